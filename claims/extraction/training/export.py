"""The trained network as the ONNX files that the package ships, in 8 bits.

Dynamic quantisation (ONNX Runtime): weights to 8 bits, activations at run time. The label
vectors and the topic scale go along as constant outputs of ``encoder.onnx``; ``start.onnx``
and ``step.onnx`` are the writer's.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from claims.extraction.model.shape import MEMORY_SIZES, WIDTH, WORDS
from claims.extraction.training.network import Layer, Network
from claims.extraction.training.writer import WriterStart, WriterStep


class _Exported(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        outputs = self.network(ids, features, None)
        return (*outputs, self.network.by_label.weight + 0.0, self.network.scale + 0.0)


def _attend_alone(
    layer: Layer, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None
) -> Tensor:
    """``Layer.attend`` for a single window without padding, pieces before heads.

    So ONNX Runtime multiplies heads where they lie; with a batch before them it turns all
    three round first.
    """
    length, width = query.shape[1:]
    size = width // layer.heads
    q, k, v = (each.view(length, layer.heads, size) for each in (query, key, value))
    scale = size**-0.25
    weight = (q.transpose(0, 1) * scale) @ (k.permute(1, 2, 0) * scale)
    mixed = weight.softmax(-1) @ v.transpose(0, 1)
    return mixed.transpose(0, 1).reshape(1, length, width)


def export_int8(network: Network, path: Path) -> None:
    """Write ``network``'s encoder and heads as int8 ONNX to ``path``."""
    network = network.float().cpu().eval()
    for layer in network.encoder.layers:
        layer.attend = partial(_attend_alone, layer)
    ids = torch.randint(1000, 2000, (1, 24))
    length = torch.export.Dim("length", min=2, max=512)
    export_part(
        _Exported(network), (ids, torch.zeros_like(ids)), ("ids", "features"),
        ("labels", "asks", "answers", "topics", "memory", "hidden", "by_label", "scale"),
        {"ids": {1: length}, "features": {1: length}}, path,
    )  # fmt: skip


def export_writer(network: Network, start: Path, step: Path) -> None:
    """Write the two parts of ``network``'s writer as int8 ONNX."""
    writer = network.writer.float().cpu().eval()
    count = torch.export.Dim("count", min=2, max=4096)
    length = torch.export.Dim("length", min=2, max=512)
    n, size = 3, 24
    cells, numbers = torch.zeros(n, size), torch.zeros(n, dtype=torch.long)
    rows, both = {0: count}, {0: count, 1: length}
    fixed = ("hook", "leaning", "keys", "values", "answers", "feeds")
    given = (
        torch.zeros(n, WIDTH), numbers, torch.zeros(size, MEMORY_SIZES), cells, cells.clone(),
        torch.zeros(size),
    )  # fmt: skip
    export_part(
        WriterStart(writer), given,
        ("hidden", "label", "memory", "content", "quoted", "shut"), ("state", *fixed),
        {"hidden": rows, "label": rows, "memory": {0: length}, "content": both, "quoted": both,
         "shut": {0: length}},
        start,
    )  # fmt: skip
    state, *laid = WriterStart(writer)(*given)
    export_part(
        WriterStep(writer), (state, numbers, cells, *laid),
        ("state", "last", "written", *fixed), ("scores", "next"),
        {"state": rows, "last": rows, "written": both, "hook": rows, "leaning": both,
         "keys": {1: length}, "values": {0: length}, "answers": {1: length},
         "feeds": {0: length + len(WORDS) + 1}},
        step,
    )  # fmt: skip


def export_part(
    part: nn.Module,
    inputs: tuple[Tensor, ...],
    names: Sequence[str],
    outputs: Sequence[str],
    shapes: dict[str, Any],
    path: Path,
    *,
    quantised: bool = True,
) -> None:
    """Write ``part`` as ONNX to ``path``, in int8 or as it is; ``shapes`` name the axes that vary.

    In int8 an answer depends a little on what else is in the batch, by which it is scaled.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        program: Any = torch.onnx.export(
            part.eval(), inputs, input_names=list(names), output_names=list(outputs),
            dynamic_shapes=shapes, dynamo=True, opset_version=20,
        )  # fmt: skip
        program.save(str(whole if quantised else path), external_data=False)
        if not quantised:
            return
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip

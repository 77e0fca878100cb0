"""The trained network as the ONNX files that the package ships, in 8 bits.

Dynamic quantisation (ONNX Runtime): weights to 8 bits, activations at run time. The label
vectors go along as a constant output of ``encoder.onnx``; ``start.onnx`` and ``step.onnx`` are
the writer's.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from claims.extraction.model.network.bearings import BEARINGS
from claims.extraction.model.network.shape import WIDTH, WORDS
from claims.extraction.training.network import Layer, Network
from claims.extraction.training.writer import Writer, WriterStart, WriterStep


class _Exported(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        labels, asks, answers, _, hidden = self.network(ids, features, None)
        return labels, asks, answers, hidden, self.network.by_label.weight + 0.0


def _attend_alone(
    layer: Layer, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None
) -> Tensor:
    """``Layer.attend`` for a single window without padding, as ONNX Runtime's own operator.

    It goes through the window block by block, so what pieces are to each other stays in the
    processor's cache; written out, it goes through main memory three times.
    """
    attended: Tensor = torch.onnx.ops.symbolic(
        "com.microsoft::MultiHeadAttention", (query, key, value), {"num_heads": layer.heads},
        dtype=query.dtype, shape=query.shape, version=1,
    )  # fmt: skip
    return attended


def export_int8(network: Network, path: Path) -> None:
    """Write ``network``'s encoder and heads as int8 ONNX to ``path``."""
    network = network.float().cpu().eval()
    for layer in network.encoder.layers:
        layer.attend = partial(_attend_alone, layer)
    ids = torch.randint(1000, 2000, (1, 24))
    length = torch.export.Dim("length", min=2, max=512)
    export_part(
        _Exported(network), (ids, torch.zeros_like(ids)), ("ids", "features"),
        ("labels", "asks", "answers", "hidden", "by_label"),
        {"ids": {1: length}, "features": {1: length}}, path,
    )  # fmt: skip


def export_writer(writer: Writer, start: Path, step: Path) -> None:
    """Write the two parts of ``writer`` as int8 ONNX."""
    writer = writer.float().cpu().eval()
    count = torch.export.Dim("count", min=2, max=4096)
    length = torch.export.Dim("length", min=2, max=512)
    n, size = 3, 24
    numbers = torch.zeros(n, dtype=torch.long)
    rows, both = {0: count}, {0: count, 1: length}
    given = (torch.randn(size, WIDTH), numbers, numbers.clone())
    laid = ("keys", "values", "answers", "feeds")
    export_part(
        WriterStart(writer), given, ("hidden", "at", "label"), ("state", "hook", *laid),
        {"hidden": {0: length}, "at": rows, "label": rows}, start,
    )  # fmt: skip
    state, hook, *fixed = WriterStart(writer)(*given)
    bearings = torch.randn(n, len(BEARINGS), size)
    export_part(
        WriterStep(writer),
        (state, numbers, torch.zeros(n, size), hook, bearings, torch.zeros(size), *fixed),
        ("state", "last", "written", "hook", "bearings", "closed", *laid), ("scores", "next"),
        {"state": rows, "last": rows, "written": both, "hook": rows,
         "bearings": {0: count, 2: length}, "closed": {0: length},
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

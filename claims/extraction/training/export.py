"""The trained network as one int8 ONNX file that the package ships.

Dynamic quantisation (ONNX Runtime): weights to 8 bits, activations at run time. The label
vectors and the topic scale go along as constant outputs, so that one file holds the model.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from claims.extraction.training.network import Network


class _Exported(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        mask = torch.ones_like(ids)
        outputs = self.network(ids, features, mask)
        return (*outputs, self.network.by_label.weight + 0.0, self.network.scale + 0.0)


def export_int8(network: Network, path: Path) -> str:
    """Write ``network`` as int8 ONNX to ``path``; returns the file's SHA-256."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network = network.float().cpu().eval()
    ids = torch.randint(1000, 2000, (1, 24))
    length = torch.export.Dim("length", min=2, max=512)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        program: Any = torch.onnx.export(
            _Exported(network).eval(), (ids, torch.zeros_like(ids)),
            input_names=["ids", "features"],
            output_names=["labels", "asks", "answers", "topics", "by_label", "scale"],
            dynamic_shapes={"ids": {1: length}, "features": {1: length}},
            dynamo=True, opset_version=18,
        )  # fmt: skip
        program.save(str(whole), external_data=False)
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
    return hashlib.sha256(path.read_bytes()).hexdigest()

"""The trained side of extraction: word pieces in, stances with links out (ONNX Runtime)."""

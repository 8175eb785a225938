"""A document as one web page: no script, nothing loaded from elsewhere, readable on any screen and on paper."""

from .renderer import render

__all__ = ["render"]

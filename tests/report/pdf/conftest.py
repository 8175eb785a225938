from ...judges.verapdf import judge

__all__ = ["judge"]

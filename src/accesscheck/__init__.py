"""AccessCheck: accessibility and multilingual checklists for hybrid sessions."""

__version__ = "0.1.0"

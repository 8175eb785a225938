"""How the page looks: the report's light palette, a dark one where it is asked for, and the reader's own colours."""

from __future__ import annotations

_LIGHT = {
    "window": "#F4F6F8",
    "surface": "#FFFFFF",
    "tint": "#DCE9F7",
    "text": "#1B1F24",
    "secondary": "#4A5360",
    "border": "#6B7785",
    "accent": "#0B5CAD",
    "met": "#1A6B35",
    "partly": "#8A5300",
    "missing": "#B3261E",
    "not-relevant": "#5B4B8A",
}
_DARK = {
    "window": "#14171B",
    "surface": "#1D2126",
    "tint": "#22384F",
    "text": "#E8EBEF",
    "secondary": "#B4BDC8",
    "border": "#8793A1",
    "accent": "#7DB8F5",
    "met": "#7FD49B",
    "partly": "#F0B45B",
    "missing": "#FF9A91",
    "not-relevant": "#C3B5F2",
}


def _variables(palette: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in palette.items())


STYLE = f"""
:root {{ color-scheme: light dark; {_variables(_LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(_DARK)} }} }}
@media print {{ :root {{ color-scheme: light; {_variables(_LIGHT)} --window: #FFFFFF; }} }}
* {{ box-sizing: border-box; }}
html {{ font-size: 100%; }}
body {{
  margin: 0; background: var(--window); color: var(--text); line-height: 1.5;
  font-family: "Noto Sans", "IBM Plex Sans Arabic", "Noto Sans SC", system-ui, "Segoe UI", sans-serif;
}}
nav, main, footer {{ max-inline-size: 60rem; margin-inline: auto; padding: 1rem 1.5rem; }}
main {{ background: var(--surface); padding-block: 1.5rem 2rem; }}
main:focus {{ outline: none; }}
h1, h2, h3, h4, h5, h6 {{ line-height: 1.25; margin-block: 1.6em 0.5em; }}
h1 {{ font-size: 1.75rem; margin-block-start: 0; }}
h2 {{ font-size: 1.35rem; color: var(--accent); }}
h3 {{ font-size: 1.1rem; }}
h4, h5, h6 {{ font-size: 1rem; }}
p, ul, ol {{ margin-block: 0.5em; }}
main > p, main > ul, main > ol {{ max-inline-size: 75ch; }}
ul, ol {{ padding-inline-start: 1.5rem; }}
li {{ margin-block: 0.25em; }}
p, li, caption {{ overflow-wrap: anywhere; }}
td, th {{ overflow-wrap: break-word; }}
a {{ color: var(--accent); }}
a:focus-visible, .wide:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 2px; }}
.skip {{ position: absolute; inset-inline-start: -100vw; background: var(--surface); padding: 0.5rem 1rem; }}
.skip:focus {{ inset-inline-start: 1rem; inset-block-start: 1rem; }}
.contents {{ font-weight: bold; }}
nav ul {{ columns: 18rem; list-style: none; padding: 0; }}
nav li {{ break-inside: avoid; padding-block: 0.25rem; margin: 0; }}
.verdict {{ font-size: 1.4rem; line-height: 1.3; font-weight: bold; }}
.note {{ font-size: 0.9rem; color: var(--secondary); }}
.secondary, .unknown {{ color: var(--secondary); }}
.met {{ color: var(--met); }}
.partly, .waiting {{ color: var(--partly); }}
.missing {{ color: var(--missing); }}
.not-relevant {{ color: var(--not-relevant); }}
.wide {{ overflow-x: auto; margin-block: 1rem; }}
table {{ border-collapse: collapse; inline-size: 100%; min-inline-size: 34rem; }}
caption {{ text-align: start; font-weight: bold; padding-block: 0.5rem; }}
th, td {{ text-align: start; vertical-align: top; padding: 0.4rem 0.6rem; border-block-end: 1px solid var(--border); }}
thead th {{ background: var(--tint); }}
tbody th {{ font-weight: normal; }}
td > ul, td > ol, td > p {{ margin-block: 0.2em; }}
td > ul, td > ol {{ padding-inline-start: 1.1rem; }}
figure {{ margin: 1rem 0; }}
.bars > div {{
  display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 3fr); gap: 0.75rem; align-items: center;
  padding-block: 0.2rem;
}}
.bar {{ display: flex; block-size: 0.9rem; border: 1px solid var(--border); background: var(--window); }}
.fill {{ display: block; block-size: 100%; background-color: currentColor; forced-color-adjust: none; }}
.fill + .fill {{ border-inline-start: 1px solid var(--surface); }}
.fill.missing {{ background-image: repeating-linear-gradient(45deg, transparent 0 4px, var(--surface) 4px 5px); }}
.fill.partly {{ background-image: repeating-linear-gradient(90deg, transparent 0 4px, var(--surface) 4px 5px); }}
.fill.waiting {{ background-image: repeating-linear-gradient(0deg, transparent 0 3px, var(--surface) 3px 4px); }}
.fill.unknown {{
  background-image: radial-gradient(circle, var(--surface) 0 1px, transparent 1px 4px); background-size: 5px 5px;
}}
.fill.not-relevant {{ background-image: repeating-linear-gradient(135deg, transparent 0 2px, var(--surface) 2px 4px); }}
.legend {{ display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9rem; padding-block-end: 0.5rem; }}
.legend > span {{ display: inline-flex; align-items: center; gap: 0.4rem; }}
.legend .fill {{ inline-size: 1.4rem; block-size: 0.9rem; }}
footer {{ color: var(--secondary); font-size: 0.9rem; }}
@media (max-width: 40rem) {{
  nav, main, footer {{ padding-inline: 1rem; }}
  .bars > div {{ grid-template-columns: minmax(0, 1fr); gap: 0.15rem; }}
}}
@media (forced-colors: active) {{
  .bar, .legend .fill {{ border: 1px solid CanvasText; }}
  thead th {{ border-block-end: 2px solid CanvasText; }}
}}
@media print {{
  @page {{ margin: 16mm; }}
  html {{ font-size: 10pt; }}
  nav, .skip {{ display: none; }}
  main, footer {{ max-inline-size: none; padding: 0; }}
  .wide {{ overflow: visible; }}
  table {{ min-inline-size: 0; }}
  thead {{ display: table-header-group; }}
  tr, figure, li {{ break-inside: avoid; }}
  h2, h3, h4, caption {{ break-after: avoid; }}
  .bar, .fill, thead th {{ print-color-adjust: exact; }}
  main a[href^="http"]::after {{ content: " (" attr(href) ")"; }}
}}
"""

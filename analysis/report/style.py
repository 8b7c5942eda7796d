"""The look of a report: one style sheet for the screen, light and dark, and for paper."""

from __future__ import annotations

LIGHT = """
--paper:#fdfcf9;--card:#f6f4ed;--ink:#1c2128;--faint:#5b6169;--line:#dcd9cf;--accent:#0b6b63;
--neg:#b04a16;--pos:#1f6fb2;--zero:#6f757d;
--sea:#f1f4f2;--land:#e6e3d8;--border:#b9b5a7;--pin:#b04a16;
--f1:#c5e3dd;--f2:#93c9c0;--f3:#5fa99f;--f4:#33877d;--f5:#0b655d;
--t-PERSON:#1f6fb2;--t-ORG:#b04a16;--t-GPE:#0b7a5c;--t-LOC:#6a5acd;--t-FAC:#a8457f;--t-NORP:#866a00;--t-MISC:#5f6670;
"""
DARK = """
--paper:#15181c;--card:#1d2126;--ink:#e8e6df;--faint:#a3a9b1;--line:#353b42;--accent:#5cc7ba;
--neg:#f0915a;--pos:#6cb0e8;--zero:#989ea6;
--sea:#1a1e22;--land:#2b3036;--border:#545c64;--pin:#f0915a;
--f1:#1c4f4a;--f2:#2b6c66;--f3:#438a83;--f4:#5faaa2;--f5:#7ccbc1;
--t-PERSON:#6cb0e8;--t-ORG:#f0915a;--t-GPE:#4cc59c;--t-LOC:#a99cf5;--t-FAC:#e08fbd;--t-NORP:#d9bb4a;--t-MISC:#a4abb4;
"""
TYPES = {
    "PERSON": "solid",
    "ORG": "double",
    "GPE": "dashed",
    "LOC": "dotted",
    "FAC": "dashed",
    "NORP": "wavy",
    "MISC": "dotted",
}
"""The underline of a type in the marked article: it tells types apart where the colour cannot."""

PAGE = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,
 'Helvetica Neue',Arial,sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1,h2,h3,blockquote,.lead,.number dd{font-family:'Source Serif 4','Source Serif Pro',Georgia,'Times New Roman',serif}
.brand{margin:0;padding-top:10px;border-top:4px solid var(--accent);color:var(--accent);font-weight:600;
 font-size:.875rem}
h1{margin:.35rem 0 .5rem;font-size:clamp(1.65rem,1.1rem + 2.2vw,2.7rem);font-weight:600;line-height:1.15;
 text-wrap:balance}
h2{margin:0 0 .9rem;padding-top:1rem;border-top:1px solid var(--line);font-size:1.55rem;font-weight:600;line-height:1.2}
h3{margin:1.6rem 0 .5rem;font-size:1.12rem;font-weight:600}
section{margin:2.6rem 0 0}
.meta,.note,.legend{color:var(--faint);font-size:.9rem}
.meta,.note{margin:.3rem 0}
.note,.method p,.method li{max-width:75ch}
.lead{max-width:62ch;margin:1.1rem 0 1.4rem;font-size:1.25rem;line-height:1.5}
.filter{max-width:75ch;margin:1rem 0;padding:.7rem 1rem;border-left:4px solid var(--accent);background:var(--card)}
.none{margin:.3rem 0;color:var(--faint);font-style:italic}
a{color:var(--accent);text-underline-offset:2px}
nav{margin:1rem 0 0;font-size:.9rem}
nav a{display:inline-block;margin:0 1rem .2rem 0}
.number{display:grid;grid-template-columns:repeat(4,1fr);gap:1px;margin:0;padding:1px;
 background:var(--line)}
.number div{padding:.7rem .9rem;background:var(--paper)}
.number dt{color:var(--faint);font-size:.85rem}
.number dd{margin:0;font-size:1.7rem;line-height:1.2}
.number .word{font-size:1.2rem;line-height:1.7}
.number small{display:block;color:var(--faint);font:.78rem/1.3 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
.half{max-width:640px}
.two{display:grid;gap:0 2.4rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:700px){.two{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
.pair{display:grid;gap:1.6rem 2.4rem;grid-template-columns:minmax(0,1fr)}
.pair>*{min-width:0}
@media (min-width:1000px){.number{grid-template-columns:repeat(8,1fr)}}
@media (min-width:900px){.pair{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr)}
 .pair.map{grid-template-columns:minmax(0,1.8fr) minmax(0,1fr)}}
.wide{overflow-x:auto;margin:.4rem 0 1rem}
.slim table{width:auto}.slim th,.slim td{padding-right:1.6rem}
@media screen{.tall{max-height:36rem;overflow:auto;border-bottom:1px solid var(--line)}
 .tall thead th{position:sticky;top:0;background:var(--paper)}}
.wide:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.9rem;line-height:1.4;overflow-wrap:normal}
caption{padding:0 0 .4rem;color:var(--faint);text-align:start}
th,td{padding:.38rem .9rem .38rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--faint);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--line)}
tbody th{font-weight:600;min-width:6.5rem}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td{max-width:34rem}
.long{min-width:14rem}
caption span{display:inline-block;max-width:min(75ch,calc(100vw - 40px))}
.neg{color:var(--neg)}.pos{color:var(--pos)}.thin{color:var(--faint)}
figure{margin:0}
figcaption{margin:.1rem 0 .8rem;max-width:75ch;font-weight:600}
svg{display:block;width:100%;height:auto}
svg text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;fill:var(--ink);font-size:12.5px}
.bars{max-width:560px}.bars .track{fill:var(--card)}
.toward .grid{stroke:var(--line)}.toward .axis{stroke:var(--faint)}.toward text.tick{fill:var(--faint)}
.span{stroke:var(--zero);stroke-width:2.5;fill:none}.span.up{stroke:var(--pos)}.span.down{stroke:var(--neg)}
.mean{stroke-width:2}.mean.up{stroke:var(--pos)}.mean.down{stroke:var(--neg)}
.mean.thin{fill:var(--paper);stroke:var(--zero)}
.columns text{font-size:13px}.columns .grid{stroke:var(--line)}.columns .axis{stroke:var(--faint)}
.columns text.tick{fill:var(--faint)}.columns text.head{font-weight:600}
.up{fill:var(--pos)}.down{fill:var(--neg)}.dot{fill:var(--zero)}.cross{fill:none;stroke:var(--zero);stroke-width:2}
.map svg{border:1px solid var(--line)}
.sea{fill:var(--sea)}.land{fill:var(--land);stroke:var(--border);stroke-width:.6;stroke-linejoin:round}
.f1,.f2,.f3,.f4,.f5{stroke:var(--border);stroke-width:.8;stroke-linejoin:round}
.f1{fill:var(--f1)}.f2{fill:var(--f2)}.f3{fill:var(--f3)}.f4{fill:var(--f4)}.f5{fill:var(--f5)}
.ring{stroke:var(--ink);stroke-width:1.4}
.pin{fill:var(--pin);stroke:var(--paper);stroke-width:1.2}
.window{fill:none;stroke:var(--pin);stroke-width:1.4}
.place{paint-order:stroke;stroke:var(--paper);stroke-width:3.2px;stroke-linejoin:round}
text.country{font-weight:600}.map text.context{fill:var(--faint)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.3rem 0 .8rem;padding:0;list-style:none}
.legend svg{display:inline-block;width:1.5em;height:.9em;margin-right:.4em;border:0;vertical-align:-.1em}
.plain{margin:.2rem 0 1rem;padding:0;list-style:none}
.said{margin:0;padding:0;list-style:none}
.said li{margin:0 0 1.15rem;padding-left:1rem;border-left:3px solid var(--line)}
.said li.person{border-left-color:var(--t-PERSON)}.said li.institution{border-left:3px double var(--t-ORG)}
.said p{margin:0}.said .note{margin-top:.15rem}
blockquote{max-width:70ch;margin:.15rem 0;font-size:1.1rem;line-height:1.5}
.article{max-width:78ch}
.article div{display:grid;grid-template-columns:2.2rem minmax(0,1fr);gap:.8rem;margin:0 0 .9rem}
.article span{color:var(--faint);font-size:.8rem;line-height:1.75rem;text-align:right}
.article p{margin:0;font-family:Georgia,'Times New Roman',serif;font-size:1.04rem;line-height:1.7}
.article .title p{font-size:1.25rem;font-weight:600;line-height:1.4}
.article .out p{color:var(--faint)}
mark{padding:0 1px;background:none;color:inherit;text-decoration-line:underline;text-decoration-thickness:2px;
 text-underline-offset:3px;text-decoration-skip-ink:none}
footer{margin-top:3rem;padding-bottom:2.5rem;color:var(--faint);font-size:.85rem}
footer p{padding-top:1rem;border-top:1px solid var(--line)}
@media (max-width:600px){main,header,footer{padding-left:16px;padding-right:16px}
 .bars text{font-size:14px}.columns text{font-size:25px}.map text{font-size:19px}.minor{display:none}
 .columns .cross{stroke-width:3.5}
 .article div{grid-template-columns:1.5rem minmax(0,1fr);gap:.5rem}
 .number{grid-template-columns:repeat(2,1fr)}}
"""

PAPER = """
@page{margin:16mm 15mm}
html{font-size:10pt}
body{background:#fff;font-size:10pt;line-height:1.45}
.number{grid-template-columns:repeat(4,1fr)}
main,header,footer{max-width:none;padding:0}
header{padding-top:0}
nav{display:none}
h1{font-size:22pt}h2{font-size:15pt}h3{font-size:11.5pt}
h2,h3,caption,figcaption{break-after:avoid}
section{margin-top:7mm}
section.fresh{break-before:page}
.lead{font-size:12.5pt}
.wide{overflow:visible}
table{font-size:8.5pt}
thead{display:table-header-group}
tr,figure,.said li,.number,.filter,.article div{break-inside:avoid}
p,blockquote{orphans:3;widows:3}
.pair{display:block}
.bars{max-width:120mm}
.map svg{max-width:150mm}.map div svg{max-width:75mm}
.pair .wide table{width:auto}.pair .wide th,.pair .wide td{padding-right:1.6rem}
.long{min-width:9rem}
.article p{font-size:10pt;line-height:1.5}
a{color:inherit;text-decoration:none}
svg,mark,.number,.filter{print-color-adjust:exact;-webkit-print-color-adjust:exact}
"""


def style_sheet() -> str:
    """The whole style sheet; it holds no character that HTML would read."""
    marks = "".join(
        f"mark.t-{kind}{{text-decoration-style:{line};text-decoration-color:var(--t-{kind})}}"
        f"svg .t-{kind}{{fill:var(--t-{kind})}}"
        for kind, line in TYPES.items()
    )
    light = LIGHT.replace("--paper:#fdfcf9", "--paper:#ffffff")
    return (
        f":root{{color-scheme:light dark;{LIGHT}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{DARK}}}}}{PAGE}{marks}"
        f"@media print{{:root{{color-scheme:light;{light}}}{PAPER}}}"
    )

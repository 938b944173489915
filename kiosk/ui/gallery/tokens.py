"""The design, as half of the gallery's page: colours and contrasts, letters, space, motion, icons, sounds.

Pure. Everything is read off the theme; icons and sounds are those whose names are handed in.

Invariants: a contrast that is shown is the one that `kiosk theme check` measures.
"""

import html
from collections.abc import Sequence

from kiosk.ui.comfort import TEXT_PERCENTS
from retail.theme.colours import contrast, is_opaque
from retail.theme.model import Theme
from retail.theme.tokens import COLOURS, MODES, MOTION, PAIRS, SPACE, TYPE

MODE_NAMES = {"light": "Light", "dark": "Dark", "high_contrast": "High contrast"}
DRAWN_AT = 0.5
"""Letters and space stand on the page at half their pixels: a panel is seen from further away than a desk."""
SAMPLES = {"caption": "each €2.49 · 1.236 kg", "body": "Hold the barcode here", "strong": "Whole Milk 1 l"}
SAMPLE, OTHERS = "Scan. Pay. Done.", "扫码。 امسح."


def variables(theme: Theme) -> str:
    """The theme's colours for the page's own style, by day and by night."""
    day, night = (
        "".join(f"--{name}:{_css(colour)};" for name, colour in theme.colours(mode).items())
        for mode in MODES[:2]
    )
    return (
        f":root{{color-scheme:light dark;{day}--shade:#14261c26}}"
        f"@media(prefers-color-scheme:dark){{:root{{{night}--shade:#0009}}}}"
    )


def design(theme: Theme, icons: Sequence[str], sounds: Sequence[str], parts: str) -> str:
    """All sections; `icons` are names of files, `sounds` too; `parts` is the picture of parts, or empty."""
    sections = [
        (name, title, words, body)
        for name, title, words, body in (
            ("colours", "Colours", _COLOURS, f'<div class="modes">{_modes(theme)}</div>'),
            ("letters", "Letters", _LETTERS, f'<ul class="type">{_letters(theme)}</ul>{_growth(theme)}'),
            ("space", "Space", _SPACE, f'<ul class="spaces">{_spaces(theme)}</ul>'),
            ("motion", "Motion", _MOTION, f'<div class="motions">{_motions(theme)}</div>'),
            ("icons", "Icons", _ICONS, f'<ul class="icons">{_icons(icons)}</ul>'),
            ("sounds", "Sounds", _SOUNDS, f'<div class="sounds">{_sounds(theme, sounds)}</div>'),
            ("parts", "Parts", _PARTS, _parts(parts)),
        )
        if body
    ]
    jumps = "".join(f'<a href="#design-{name}">{title}</a>' for name, title, _, _ in sections)
    nav = f'<nav class="jump" aria-label="Parts of the design">{jumps}</nav>'
    return nav + "".join(_section(*section) for section in sections)


_COLOURS = (
    "Three modes, one set of names. Under each stands every pair that is ever seen, with its contrast: "
    "4.5 for text (7 in high contrast), 3 for marks and for what cannot be used now (4.5). "
    "A shop's theme that falls below is refused."
)
_LETTERS = "Noto Sans, in Latin, Chinese and Arabic. Shown at half the pixels of the 1080 x 1920 panel."
_SPACE = (
    "Everything stands on multiples of eight. Nothing that is touched is smaller than 76 pixels, about 15 mm."
)
_MOTION = "Calm and short. Who wants less motion gets none. Touch one to see it."
_ICONS = "Drawn for the product, in one weight, on a grid of 48; each has a light twin for dark grounds."
_SOUNDS = "Made for the product: short, soft, and told apart without looking."
_PARTS = "Every part in every state, as the screens have it; the other half of this page has it in every way."


def _section(name: str, title: str, words: str, body: str) -> str:
    return f'<section id="design-{name}"><h2>{title}</h2><p>{words}</p>{body}</section>'


def _modes(theme: Theme) -> str:
    return "".join(_mode(theme, mode) for mode in MODES)


def _mode(theme: Theme, mode: str) -> str:
    colours = theme.colours(mode)
    swatches = "".join(
        f'<div><i style="background:{_css(colours[name])}"></i>'
        f"<span><b>{name}</b><br>{_css(colours[name])}</span></div>"
        for name in COLOURS
    )
    pairs = "".join(
        f'<li style="color:{_css(colours[pair.ink])};background:{_css(colours[pair.ground])}">'
        f"<b><i>Aa</i>{contrast(colours[pair.ink], colours[pair.ground]):.1f}</b>"
        f"<span>{pair.ink} on {pair.ground}</span></li>"
        for pair in PAIRS
        if is_opaque(colours[pair.ink]) and is_opaque(colours[pair.ground])
    )
    least = min(contrast(colours[pair.ink], colours[pair.ground]) / pair.least(mode) for pair in PAIRS)
    style = f"background:{_css(colours['ground'])};color:{_css(colours['ink'])}"
    return (
        f'<div class="mode" style="{style}"><h3>{MODE_NAMES[mode]}</h3><div class="swatches">{swatches}</div>'
        f"<h4>{len(PAIRS)} pairs; the closest has {least:.2f} times what it needs</h4>"
        f'<ul class="pairs">{pairs}</ul></div>'
    )


def _letters(theme: Theme) -> str:
    return "".join(
        f"<li><span><b>{name}</b> · {size} px</span>"
        f'<p style="font-size:{size * DRAWN_AT:g}px">{SAMPLES.get(name, SAMPLE)} {OTHERS}</p></li>'
        for name in reversed(TYPE)
        for size in (theme.type[name],)
    )


def _growth(theme: Theme) -> str:
    grown = [
        f"{percent} %: " + ", ".join(f"{name} {_grown(theme, name, percent)}" for name in TYPE)
        for percent in TEXT_PERCENTS
    ]
    rows = "".join(f'<p class="soft small">{row}</p>' for row in grown)
    return f"<h3>As a shopper wants them</h3>{rows}"


def _grown(theme: Theme, name: str, percent: int) -> int:
    """What Theme.qml makes of it: the largest grow by no more than `body` does."""
    size = theme.type[name]
    return round(size + min(size, theme.type["body"]) * (percent - 100) / 100)


def _spaces(theme: Theme) -> str:
    return "".join(
        f'<li><i style="width:{theme.space[name]}px;height:{theme.space[name]}px"></i>'
        f'<span class="small">{name}<br>{theme.space[name]} px</span></li>'
        for name in SPACE
    )


def _motions(theme: Theme) -> str:
    return "".join(
        f'<button type="button" style="--ms:{theme.motion[name]}ms"><i></i><b>{name}</b><br>'
        f'<span class="small soft">{theme.motion[name]} ms</span></button>'
        for name in MOTION
    )


def _icons(names: Sequence[str]) -> str:
    return "".join(
        f'<li><img src="assets/icons/{_quoted(name)}.svg" alt="" loading="lazy">{_quoted(name)}</li>'
        for name in names
        if not name.endswith("-light")
    )


def _sounds(theme: Theme, names: Sequence[str]) -> str:
    return "".join(
        f'<button type="button" class="pill" data-file="assets/sounds/{_quoted(file)}.wav">'
        f"{_quoted(moment)}</button>"
        for moment, file in theme.sounds.items()
        if file in names
    )


def _parts(picture: str) -> str:
    if not picture:
        return ""
    alt = "Every part in every state"
    return f'<img class="wide" src="{_quoted(picture)}" alt="{alt}" loading="lazy">'


def _quoted(text: str) -> str:
    return html.escape(text, quote=True)


def _css(colour: str) -> str:
    """Qt writes how far a colour covers first, browsers last."""
    return colour if len(colour) == len("#rrggbb") else f"#{colour[3:]}{colour[1:3]}"

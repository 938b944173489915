"""Themes that cannot be read are refused with key and figure; those that can are taken whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retail.theme import tokens
from retail.theme.colours import contrast, is_colour, luminance
from retail.theme.default import DEFAULT, LIGHT
from retail.theme.model import Theme, ThemeRefusedError, mistakes
from retail.theme.reading import BYTES_MAX, read_theme

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [  # as the W3C's own examples and the usual calculators have it
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, figure: float) -> None:
    assert contrast(one, other) == pytest.approx(figure, abs=0.005)


@given(COLOUR, COLOUR)
def test_contrast_is_the_same_both_ways_and_stays_in_its_range(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) <= 21.001
    assert contrast(one, other) == contrast(other, one)
    assert (contrast(one, "#000000") < contrast(other, "#000000")) == (luminance(one) < luminance(other))


@pytest.mark.parametrize("text", ["#fff", "ffffff", "#FFFFFF", "#ggg000", "#1234567", "red", ""])
def test_what_is_no_colour_is_known(text: str) -> None:
    assert not is_colour(text)


def test_the_products_own_theme_can_be_read_in_every_mode() -> None:
    assert list(mistakes(DEFAULT)) == []


@pytest.mark.parametrize("mode", tokens.MODES)
@pytest.mark.parametrize("pair", tokens.PAIRS, ids=lambda pair: f"{pair.ink}-{pair.ground}")
def test_every_declared_pair_is_looked_at_in_every_mode(pair: tokens.Pair, mode: str) -> None:
    same = {**DEFAULT.colours(mode), pair.ink: DEFAULT.colours(mode)[pair.ground]}
    with pytest.raises(ThemeRefusedError) as refused:
        replace(DEFAULT, **{mode: same})
    needed = f"contrast of 1.00, {pair.least(mode):g} is needed"
    assert any(
        mistake.startswith(f"{mode}.{pair.ink} on {mode}.{pair.ground}: ") and needed in mistake
        for mistake in refused.value.mistakes
    )


def test_high_contrast_needs_seven_and_the_others_four_and_a_half() -> None:
    assert {pair.least("light") for pair in tokens.PAIRS if not pair.is_mark} == {4.5}
    assert {pair.least("dark") for pair in tokens.PAIRS if not pair.is_mark} == {4.5}
    assert {pair.least("high_contrast") for pair in tokens.PAIRS if not pair.is_mark} == {7.0}
    grey = replace_colour("light", "inkSoft", "#595959")  # 7.0 on white, less on the tint
    assert isinstance(grey, Theme)
    with pytest.raises(ThemeRefusedError):
        replace_colour("high_contrast", "inkSoft", "#595959")


def replace_colour(mode: str, name: str, colour: str) -> Theme:
    return replace(DEFAULT, **{mode: {**DEFAULT.colours(mode), name: colour}})


def test_a_figure_just_below_does_not_read_as_enough() -> None:
    with pytest.raises(ThemeRefusedError, match=r"contrast of 4\.47, 4\.5 is needed"):
        replace_colour("light", "ink", "#777777")  # 4.478 on white


def test_names_of_pairs_are_colours_and_every_colour_a_text_has_is_in_a_pair() -> None:
    assert {name for pair in tokens.PAIRS for name in (pair.ink, pair.ground)} <= set(tokens.COLOURS)
    assert len(set(tokens.PAIRS)) == len(tokens.PAIRS)
    texts = {name for name in tokens.COLOURS if "ink" in name.lower() or name in ("light", "lightSoft")}
    assert texts <= {pair.ink for pair in tokens.PAIRS}


@pytest.mark.parametrize(
    ("changed", "mistake"),
    [
        ({"name": " "}, "theme.name: 1 to 60 characters"),
        ({"type": {**DEFAULT.type, "caption": 12}}, "type.caption: 12 is not between 24 and 200"),
        ({"type": {**DEFAULT.type, "body": 60}}, "type.strong: 38 is not more than type.body, 60"),
        ({"space": {**DEFAULT.space, "wide": 40}}, "space.wide: 40 is not more than space.margin, 40"),
        ({"motion": {**DEFAULT.motion, "fade": -1}}, "motion.fade: -1 is not between 0 and 2000"),
        ({"sounds": {**DEFAULT.sounds, "paid": "../x"}}, "sounds.paid: '../x' is no name of a sound"),
        ({"light": {**LIGHT, "ink": "#80000000"}}, "light.ink: #80000000 shines through"),
        ({"light": {**LIGHT, "ink": "black"}}, "light.ink: 'black' is no colour"),
        ({"light": {k: v for k, v in LIGHT.items() if k != "ink"}}, "light.ink: missing"),
        ({"dark": {**DEFAULT.dark, "inky": "#000000"}}, "dark.inky: there is no such name"),
    ],
)
def test_each_kind_of_mistake_is_named(changed: dict[str, object], mistake: str) -> None:
    with pytest.raises(ThemeRefusedError) as refused:
        replace(DEFAULT, **changed)
    assert any(told.startswith(mistake) for told in refused.value.mistakes)


def test_a_file_says_only_what_differs() -> None:
    theme = read_theme(b'[theme]\nname = "Corner"\n[light]\nprimary = "#1b4f9c"\n[motion]\nfade = 0\n')
    assert (theme.name, theme.light["primary"], theme.motion["fade"]) == ("Corner", "#1b4f9c", 0)
    assert theme.light == {**LIGHT, "primary": "#1b4f9c"}
    assert theme.dark == DEFAULT.dark
    assert read_theme(b"") == DEFAULT


def test_a_file_with_unreadable_colours_is_refused_with_all_of_them() -> None:
    with pytest.raises(ThemeRefusedError) as refused:
        read_theme(b'[light]\nprimary = "#8fd4a8"\n[dark]\nink = "#444444"\n')
    told = refused.value.mistakes
    assert any("light.light on light.primary: #ffffff on #8fd4a8 has a contrast of 1." in one for one in told)
    assert any(one.startswith("dark.ink on dark.ground: #444444") for one in told)


@pytest.mark.parametrize(
    ("file", "mistake"),
    [
        (b"[light", "not readable as TOML"),
        (b"\xff", "not readable as TOML"),
        (b"[colors]\n", "colors: there is no such section"),
        (b"light = 3\n", "light: a section, [light], is meant"),
        (b'[light]\nprimry = "#000000"\n', "light.primry: there is no such name; primary is meant?"),
        (b"[light]\nink = 5\n", "light.ink: 5 is no text"),
        (b"[type]\nbody = 32.5\n", "type.body: 32.5 is no whole number"),
        (b"[type]\nbody = true\n", "type.body: True is no whole number"),
        (b"#" * (BYTES_MAX + 1), "the file is larger"),
    ],
)
def test_files_that_are_no_themes_are_refused(file: bytes, mistake: str) -> None:
    with pytest.raises(ThemeRefusedError) as refused:
        read_theme(file)
    assert refused.value.mistakes[0].startswith(mistake)


def taken(data: bytes) -> Theme | ThemeRefusedError:
    try:
        return read_theme(data)
    except ThemeRefusedError as error:
        return error


@given(st.binary(max_size=200))
def test_bytes_of_a_stranger_are_taken_or_refused(data: bytes) -> None:
    read = taken(data)
    assert read.mistakes if isinstance(read, ThemeRefusedError) else list(mistakes(read)) == []


@given(st.sampled_from(tokens.MODES), st.sampled_from(tokens.COLOURS), COLOUR)
def test_whatever_colour_a_shop_chooses_is_readable_or_refused(mode: str, name: str, colour: str) -> None:
    read = taken(f'[{mode}]\n{name} = "{colour}"\n'.encode())
    if isinstance(read, ThemeRefusedError):
        assert all(name in told for told in read.mistakes)
        return
    colours = read.colours(mode)
    assert all(contrast(colours[p.ink], colours[p.ground]) >= p.least(mode) for p in tokens.PAIRS)

"""The settings file: what is taken, and that every mistake is told, all at once, with what would be right."""

import json
from pathlib import Path

import msgspec
import pytest

from kiosk.app.settings import SettingsError, load
from kiosk.app.settings import table as settings_table
from kiosk.app.settings.loader import FILE_SIZE_MAX
from kiosk.app.settings.schema import declared, sections
from kiosk.app.shop import shop_of
from retail.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
GOOD = """\
[shop]
name = "Lindenkorb"
catalogue = "goods/catalogue.csv"
[terminal]
port = "/dev/ttyS0"
[printer]
port = "/dev/ttyS1"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def reasons(folder: Path, text: str) -> list[str]:
    """What is said about GOOD with `text` put before it, or instead of a section of it."""
    with pytest.raises(SettingsError) as refused:
        load(write(folder, text))
    return [f"{one.line}: {one.where} {one.reason}" for one in refused.value.mistakes]


def with_key(section: str, line: str) -> str:
    """GOOD with one more line in a section."""
    head = f"[{section}]\n"
    return GOOD.replace(head, head + line + "\n") if head in GOOD else GOOD + head + line + "\n"


def test_a_short_file_is_enough_and_everything_else_has_its_default(tmp_path: Path) -> None:
    chosen = load(write(tmp_path, GOOD))
    assert chosen.shop.name == "Lindenkorb"
    assert chosen.terminal.baud == 9600
    assert chosen.timers.receipt_s == 60.0
    assert chosen.camera.source == "v4l2:0"


def test_relative_paths_count_from_the_folder_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, GOOD + '[camera]\nsource = "picture:counter.jpg"\n')
    monkeypatch.chdir("/")
    chosen = load(path)
    assert chosen.shop.catalogue == tmp_path / "goods" / "catalogue.csv"
    assert chosen.lane.folder == tmp_path / "var" / "lane"
    assert chosen.camera.source == f"picture:{tmp_path / 'counter.jpg'}"


def test_absolute_and_home_paths_stay_what_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/till")
    chosen = load(write(tmp_path, GOOD + '[lane]\nfolder = "~/lane"\n[camera]\nsource = "file:/tmp/a.avi"\n'))
    assert chosen.lane.folder == Path("/home/till/lane")
    assert chosen.camera.source == "file:/tmp/a.avi"


def test_the_demo_shops_own_file_is_right() -> None:
    assert load(ROOT / "assets" / "demo" / "kiosk.toml").shop.currency == "EUR"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (with_key("camera", "widht = 1280"), "9: [camera] widht is not a setting; did you mean width?"),
        (with_key("lane", 'port = "x"'), "port is not a setting here; it belongs under [terminal]"),
        (with_key("lane", "zzz = 1"), "[lane] zzz is not a setting; this section has name, folder"),
        (GOOD + "[printr]\nx = 1\n", "[printr] is not a section; did you mean [printer]?"),
        (GOOD + "[zzz]\nx = 1\n", "[zzz] is not a section; there are lane, shop, camera"),
        ("columns = 48\n" + GOOD, "1: [columns] is not a section; the key columns belongs under [printer]"),
        ("lane = 3\n" + GOOD, "1: [lane] is a section: write [lane] on a line of its own"),
        (with_key("camera", "width = true"), "width is true; allowed: a whole number from 320 to 3840 px"),
        (with_key("camera", 'width = "1280"'), "width is '1280'; allowed: a whole number"),
        (with_key("camera", "width = 12.5"), "width is 12.5; allowed: a whole number"),
        (with_key("camera", "fps = 0"), "fps is 0; allowed: a whole number from 1 to 120"),
        (with_key("camera", 'source = "usb:0"'), "'usb:0' is not a camera; allowed: v4l2:INDEX"),
        (with_key("camera", 'source = "v4l2:/dev/../etc/passwd"'), "is not a camera; allowed: v4l2:"),
        (with_key("camera", 'source = "v4l2:/etc/passwd"'), "is not a camera; allowed: v4l2:INDEX"),
        (with_key("screen", 'fullscreen = "yes"'), "fullscreen is 'yes'; allowed: true or false"),
        (with_key("screen", 'graphics = "vulkan"'), "graphics is 'vulkan'; allowed: software, opengl"),
        (with_key("lane", 'language = "xx"'), "language is 'xx'; allowed: en, de, fr, es, zh, ar"),
        (with_key("lane", 'languages = ["en", "it"]'), "languages is 'it'; allowed: en, de, fr, es, zh, ar"),
        (with_key("lane", "languages = []"), "languages is empty; allowed: some of en, de, fr, es, zh, ar"),
        (with_key("lane", 'languages = ["en", "fr", "en"]'), "languages names one twice; allowed: some of"),
        (with_key("lane", 'languages = ["fr", "de"]'), "9: [lane] languages is without en, which the lane"),
        (with_key("lane", 'name = ""'), "name must not be empty"),
        (with_key("lane", f'name = "{"x" * 17}"'), "name has 17 characters; at most 16 are allowed"),
        (with_key("lane", 'name = "a\\u0007"'), "name has characters that cannot be printed"),
        (with_key("lane", "folder = 3"), "folder is 3; allowed: a path in quotes"),
        (with_key("shop", 'currency = "XYZ"'), "'XYZ' is not a currency this lane can carry"),
        (with_key("shop", 'footer = "bye"'), "footer is 'bye'; allowed: a list of texts"),
        (with_key("shop", f"footer = {['x'] * 9}"), "footer has 9 entries; at most 8 are allowed"),
        (with_key("shop", f"footer = {['fr: x'] * 6 + ['x'] * 3}"), "footer has 9 entries; at most 8 are"),
        (with_key("shop", "footer = [1]"), "footer is [1]; allowed: a list of texts"),
        (with_key("shop", 'price_prefixes = ["31"]'), "price_prefixes is '31'; allowed: 02 or 20 to 29"),
        (with_key("shop", 'price_prefixes = ["27"]'), "weight_prefixes has 27, which price_prefixes has too"),
        (with_key("terminal", "baud = 9601"), "baud is 9601; allowed: 9600, 19200"),
        (with_key("timers", "paid_s = inf"), "paid_s is inf; allowed: a number from 0.5 to 60 s"),
        (with_key("timers", "paid_s = nan"), "paid_s is nan; allowed"),
        (GOOD.replace("ttyS1", "ttyS0"), "7: [printer] port is the terminal's port too"),
        (GOOD.replace('name = "Lindenkorb"\n', ""), "1: [shop] name is missing"),
        ("", "None: [terminal] port is missing"),
        ("[lane\n", "is not TOML: "),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in reason for reason in reasons(tmp_path, text)), reasons(tmp_path, text)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "[lane]\nnam = 1\nlanguage = 'xx'\n[camera]\nfps = 0\n[timers]\npaid_s = 'x'\n"
    told = reasons(tmp_path, text + GOOD.replace("/dev/ttyS0", ""))
    assert [reason.split(":")[0] for reason in told] == ["2", "3", "5", "7", "12"]


def test_the_password_is_neither_quoted_when_wrong_nor_shown_when_right(tmp_path: Path) -> None:
    told = reasons(tmp_path, with_key("terminal", 'password = "98765"'))
    assert told == ["5: [terminal] password is (not shown); allowed: six digits"]
    chosen = load(write(tmp_path, with_key("terminal", 'password = "987654"')))
    assert chosen.terminal.password == "987654"
    assert "987654" not in repr(chosen)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "is not UTF-8"), (b"#" * (FILE_SIZE_MAX + 1), "is larger than")],
)
def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=said):
        load(path)


def test_a_missing_file_is_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        load(tmp_path / "none.toml")


def test_every_key_is_described_and_its_default_is_itself_allowed(tmp_path: Path) -> None:
    for section in sections():
        for one in declared(section).values():
            assert one.key.text.endswith("."), one
            if one.default not in (msgspec.NODEFAULT, None) and not one.key.secret:
                default = list(one.default) if isinstance(one.default, tuple) else one.default
                line = f"{one.name} = {json.dumps(default, default=str)}"
                load(write(tmp_path, with_key(section, line)))


def test_the_page_of_the_documentation_is_the_one_the_schema_gives() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == settings_table.markdown(), "run: kiosk settings --markdown > docs/settings.md"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ('kind = "serial"', "port is missing: a serial scanner needs one"),
        ('kind = "hid"\nport = "/dev/ttyS0"', "is another device's port too"),
        ('kind = "hid"\nport = "x"\nsuffix = ""', "suffix must not be empty"),
        ('kind = "hid"\nport = "x"\nprefix = "<BEL>"', "allowed: up to 8 printable characters"),
    ],
)
def test_a_hand_scanner_needs_a_port_of_its_own_and_marks_that_can_be_sent(
    tmp_path: Path, keys: str, said: str
) -> None:
    told = reasons(tmp_path, GOOD + f"[hand_scanner]\n{keys}\n")
    assert any(said in reason for reason in told), told


def test_a_hand_scanner_is_none_until_it_is_set(tmp_path: Path) -> None:
    assert load(write(tmp_path, GOOD)).hand_scanner.kind == "none"
    wanted = '[hand_scanner]\nkind = "serial"\nport = "/dev/ttyS2"\nprefix = "<STX>"\nsuffix = "<CR><LF>"\n'
    chosen = load(write(tmp_path, GOOD + wanted)).hand_scanner
    assert (chosen.prefix, chosen.suffix, chosen.layout) == ("<STX>", "<CR><LF>", "us")


def test_a_lane_offers_the_languages_it_is_told_to_in_that_order_and_all_of_them_by_itself(
    tmp_path: Path,
) -> None:
    assert shop_of(load(write(tmp_path, GOOD))).languages == LANGUAGES
    told = load(write(tmp_path, with_key("lane", 'language = "ar"\nlanguages = ["fr", "ar"]')))
    assert (shop_of(told).languages, shop_of(told).language) == (("fr", "ar"), "ar")


def test_a_footer_may_have_eight_lines_in_each_language(tmp_path: Path) -> None:
    lines = [f"{language}: {number}" for language in LANGUAGES for number in range(8)]
    assert load(write(tmp_path, with_key("shop", f"footer = {json.dumps(lines)}"))).shop.footer == tuple(
        lines
    )

"""Keep the screens' translations whole: `--check` fails on holes, `--update` collects new texts.

Qt's lupdate finds the texts (`qsTr` in QML, `QT_TRANSLATE_NOOP` in Python); the `.ts` files in
`kiosk/ui/i18n` are the translations, read by the product as they are (`kiosk.ui.translations`).
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "kiosk" / "ui"
FOLDER = SOURCES / "i18n"
LANGUAGES = {"de": "de", "fr": "fr", "es": "es", "zh": "zh_CN", "ar": "ar"}
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def lupdate(target: Path, locale: str) -> None:
    """Bring one `.ts` file up to date with the sources."""
    subprocess.run(
        [
            *(str(LUPDATE), "-silent", "-extensions", "py,qml", "-locations", "none", "-no-obsolete"),
            *("-source-language", "en_GB", "-target-language", locale, str(SOURCES), "-ts", str(target)),
        ],
        check=True,
        cwd=ROOT,
    )


def messages(path: Path) -> dict[tuple[str, str], str | None]:
    """Context and English text to translation, None where it is missing or unfinished."""
    found: dict[tuple[str, str], str | None] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None and translation.text
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = translation.text if done and translation is not None else None
    return found


def mistakes(language: str, locale: str) -> list[str]:
    """What is missing or left over in one language."""
    ours = FOLDER / f"kiosk_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ours.name
        shutil.copy(ours, fresh)
        lupdate(fresh, locale)
        wanted = messages(fresh)
    have = messages(ours)
    lines = [
        f"{language}: not translated: {text!r} ({context})"
        for (context, text), to in wanted.items()
        if not to
    ]
    lines += [
        f"{language}: no longer used: {text!r} ({context})" for context, text in have.keys() - wanted.keys()
    ]
    return lines


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--check", action="store_true", help="exit 1 if a text is missing or left over")
    action.add_argument("--update", action="store_true", help="add new texts as unfinished, drop unused ones")
    if parser.parse_args().update:
        for language, locale in LANGUAGES.items():
            lupdate(FOLDER / f"kiosk_{language}.ts", locale)
    lines = [line for language, locale in LANGUAGES.items() for line in mistakes(language, locale)]
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

#!/bin/sh
# Check the screens against the Python bridges they use: every property, type and signal. Fails on any warning.
# The types are generated afresh with the pinned tools and never committed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
bin="$root/.venv/bin"
qml="$root/kiosk/ui/qml"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
metatypes=$("$bin/python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / "Qt/metatypes")')

for module in $(cd "$root" && grep -l '^@QmlElement' kiosk/ui/*.py kiosk/ui/bridges/*.py); do
    "$bin/pyside6-metaobjectdump" -c -o "$work/$(basename "$module" .py).json" "$root/$module"
done
# The dump forgets "constant": a property of ours without a change signal is constant by rule. The linter knows
# neither Python's list nor the painted item, which adds nothing for QML to the item it is.
"$bin/python" - "$work" <<'PYTHON'
import json, pathlib, sys
for path in pathlib.Path(sys.argv[1]).glob("*.json"):
    dump = json.loads(path.read_text())
    for module in dump:
        for kind in module["classes"]:
            for parent in kind["superClasses"]:
                parent["name"] = parent["name"].replace("QQuickPaintedItem", "QQuickItem")
            for entry in kind.get("properties", []):
                entry["type"] = entry["type"].replace("list", "QVariantList")
                if "notify" not in entry:
                    entry["constant"] = True
    path.write_text(json.dumps(dump))
PYTHON
"$bin/pyside6-qmltyperegistrar" --generate-qmltypes="$qml/Kiosk/Core/core.qmltypes" --import-name=Kiosk.Core \
    --major-version=1 --minor-version=0 -o /dev/null \
    --foreign-types="$metatypes/qt6core_metatypes.json,$metatypes/qt6qml_metatypes.json,$metatypes/qt6quick_metatypes.json" \
    "$work"/*.json
"$bin/pyside6-qmllint" -W 0 -I "$qml" "$qml"/Kiosk/Theme/*.qml "$qml"/Kiosk/Parts/*.qml "$qml"/Kiosk/Screens/*.qml "$qml"/Kiosk/Gallery/*.qml

#!/usr/bin/env bash
# Check the screens' QML against the Python types behind it; any warning fails.
#
# qmllint cannot see Python, so the types that `@QmlElement` registers are written out first as `.qmltypes`, one file
# for each import name, beside that module's qmldir (which names it). The files are made by the pinned Qt and never
# committed: another version's are not understood.
set -euo pipefail
cd "$(dirname "$0")/.."

qml=$PWD/kiosk/ui/qml
build=$PWD/build/qmltypes
[[ -d $qml ]] || exit 0
[[ $(find "$qml" -name '*.qml' -print -quit) ]] || exit 0

bin=$PWD/.venv/bin
metatypes=$("$bin/python" -c 'import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent / "Qt/metatypes")')
foreign=$metatypes/qt6core_metatypes.json,$metatypes/qt6qml_metatypes.json,$metatypes/qt6gui_metatypes.json
foreign+=,$metatypes/qt6quick_metatypes.json

rm -rf "$build"
mkdir -p "$build"
declare -A dumps=()
while IFS= read -r module; do
    name=$(sed -nE 's/^QML_IMPORT_NAME *= *"([A-Za-z0-9_.]+)".*/\1/p' "$module")
    [[ $name ]] || { echo "$module: @QmlElement without QML_IMPORT_NAME" >&2; exit 1; }
    dump=$build/$(tr / _ <<<"$module").json
    "$bin/pyside6-metaobjectdump" -c -o "$dump" "$module"
    dumps[$name]+=" $dump"
done < <(grep -rlE '^@Qml(Element|NamedElement)' --include='*.py' kiosk/ui | sort)

for name in "${!dumps[@]}"; do
    folder=$qml/${name//.//}
    types=$(sed -nE 's/^typeinfo +([^ ]+).*/\1/p' "$folder/qmldir" 2>/dev/null || true)
    [[ $types ]] || { echo "$folder/qmldir: no 'typeinfo ....qmltypes' line for $name" >&2; exit 1; }
    read -ra files <<<"${dumps[$name]}"
    "$bin/pyside6-qmltyperegistrar" --generate-qmltypes="$folder/$types" --import-name="$name" \
        --major-version=1 --minor-version=0 -o /dev/null --foreign-types="$foreign" "${files[@]}"
done

# Absolute paths: with relative ones some versions of qmllint misread singletons. Without `-W 0` a warning exits 0.
mapfile -t files < <(find "$qml" -name '*.qml' | sort)
"$bin/pyside6-qmllint" -W 0 -I "$qml" "${files[@]}"
echo "qmllint: ${#files[@]} files, no warning"

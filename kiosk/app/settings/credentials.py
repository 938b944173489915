"""Secrets of the settings from systemd's credentials, so that none has to stand in the file.

`LoadCredentialEncrypted=terminal.password:/etc/kiosk/terminal.password.cred` in the unit puts the clear text
into a folder that only this service sees, for as long as it runs; the machine's TPM or its own key opens it.
The credential is named as the setting. A secret that stands in the file as well is refused: one of the two
would be the old one.

Source: systemd.exec(5), "Credentials"; systemd-creds(1).
Invariants: only keys that are declared secret are read; a credential is never shown in a message.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from retail.settings.schema import every_key

VARIABLE = "CREDENTIALS_DIRECTORY"
SIZE_MAX = 4_096


class CredentialError(ValueError):
    """A credential that cannot be used; the message names it and not its value."""


def secrets_given(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Secret settings by path, as systemd gives them. Raises `CredentialError`."""
    folder = environment.get(VARIABLE, "")
    if not folder:
        return {}
    found = {}
    for path, one in every_key().items():
        file = Path(folder) / path
        if not one.key.secret or not file.is_file():
            continue
        try:
            if file.stat().st_size > SIZE_MAX:
                raise CredentialError(f"the credential {path} is larger than {SIZE_MAX} bytes")
            found[path] = file.read_text(encoding="utf-8").rstrip("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise CredentialError(f"the credential {path} cannot be read") from error
    return found

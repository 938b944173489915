"""What can be wrong with keys and proofs.

IdentityError
├── KeyFileError     the master key cannot be used: the service does not start
├── SealError        something sealed does not open: wrong master key, or changed bytes
└── Rejected         a proof that is not good enough; carries the word the other side is told
"""


class IdentityError(Exception):
    """Base of this package's errors."""


class KeyFileError(IdentityError):
    """The master key cannot be used."""


class SealError(IdentityError):
    """Sealed bytes do not open."""


class Rejected(IdentityError):  # noqa: N818 - it is an answer more than an error
    """A proof was not accepted. `code` is stable and told to the other side; `status` is its HTTP status."""

    def __init__(self, code: str, detail: str, status: int = 401, retry_after_s: float = 0) -> None:
        super().__init__(detail)
        self.code, self.detail, self.status, self.retry_after_s = code, detail, status, retry_after_s

"""The codes as symbols: small enough, and read back by the decoder that lanes use."""

import numpy
import pytest
import segno
import zxingcpp
from credential_rig import AT, SERVICE, SHOP, credentials, live, paper
from hypothesis import given, settings

from retail.credential.code import Credential, Kind, text_of

QUIET_ZONE = 4


def symbol(text: str) -> segno.QRCode:
    return segno.make(text, error="m", boost_error=False, micro=False)


@settings(max_examples=30)
@given(credentials())
def test_every_code_is_a_symbol_of_version_6_at_level_m(credential: Credential) -> None:
    made = symbol(text_of(credential))
    assert (made.version, made.error, made.mode) == (6, "M", "alphanumeric")


@pytest.mark.parametrize(
    "text",
    [
        *(live(kind=kind, shop_id=SHOP) for kind in Kind),
        text_of(paper()),
        text_of(paper(Kind.PICKUP, by=SERVICE)),
    ],
)
def test_a_lane_reads_what_a_phone_shows(text: str) -> None:
    """Three dots a module, as a receipt printer has them."""
    modules = numpy.array([list(row) for row in symbol(text).matrix], dtype=numpy.uint8)
    picture = numpy.kron(1 - numpy.pad(modules, QUIET_ZONE), numpy.full((3, 3), 255, dtype=numpy.uint8))
    found = zxingcpp.read_barcodes(numpy.ascontiguousarray(picture.astype(numpy.uint8)))
    assert [result.text for result in found] == [text]


def test_lengths_are_those_of_the_page() -> None:
    assert (len(live(AT)), len(text_of(paper()))) == (154, 133)

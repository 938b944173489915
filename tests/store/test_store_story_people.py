"""The story of a purchase tells what staff and scales did in the reader's language, reasons in words."""

import zoneinfo

import msgspec
import pytest
from store_interventions import (
    approved,
    at,
    called,
    looked,
    over,
    raised,
    refused,
    rests,
    sale_with,
    signed_off,
    signed_on,
)

from benchmarks.store_sales import SealingLane
from retail.interventions import events as v
from retail.interventions.words import Role, Severity
from retail.journal import envelope
from retail.journal import events as e
from retail.journal import staffed as sd
from store.office.pages.words import Words
from store.reports import story
from store.reports.story_attended import Speech

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


def acted(action: str, why: str, amount_minor: int = 0) -> e.AnyEvent:
    return v.StaffActed(
        action=action, by="s-1", role=Role.ATTENDANT, why=why, at_us=at("10:00:00"), amount_minor=amount_minor
    )


def told(language: str, *events: e.AnyEvent) -> list[str]:
    """Sentences of these events, in the middle of a purchase."""
    words = Words(language, "EUR", BERLIN)
    speech = Speech(write=words.amount, say=words.text, language=language, people={"s-1": "Anna"})
    unit = sale_with(SealingLane("t1"), *events)
    steps = story.steps(envelope.open_body(unit.body).unsealed(), speech)
    return [words.text(one.text, **one.values) for one in steps][2 : 2 + len(events)]


def test_an_intervention_is_told_from_its_beginning_to_its_end() -> None:
    events = (
        raised(1, "weight_mismatch", "10:00:00", nudge=True, why="+120 g"),
        called(1, "10:00:10"),
        looked(1, "10:00:15", "s-1", "remote"),
        approved(1, "10:00:20", "s-1", "nothing_wrong", afar=True),
    )
    assert told("en", *events) == [
        "The shopper is asked first: Weight mismatch (+120 g)",
        "Staff are called: Weight mismatch (the shopper's time was over)",
        "Anna looks from afar: Weight mismatch",
        "Anna approved from afar: Weight mismatch (Nothing was wrong)",
    ]
    assert (
        told("de", *events)[3]
        == "Anna genehmigte aus der Ferne: Gewicht passt nicht (Es war alles in Ordnung)"
    )


@pytest.mark.parametrize(
    ("event", "german"),
    [
        (
            acted("void_line", "scanned_twice", 199),
            "Anna: Position streichen (Versehentlich doppelt gescannt)",
        ),
        (acted("close_lane", "cleaning"), "Anna: Kasse schließen oder pausieren (Reinigung)"),
        (acted("juggle", "for fun"), "Anna: juggle (for fun)"),
        (refused(7, "10:00:00", "s-1", "no_id"), "Anna lehnte ab: #7 (Kein Ausweis)"),
        (raised(1, "hologram", "10:00:00"), "Personal wird gebraucht: hologram (test)"),
        (over(9, "10:00:00", "covered"), "Mit einer anderen genehmigt: #9"),
        (over(9, "10:00:00", "ended"), "Mit dem Einkauf vorbei: #9"),
        (over(9, "10:00:00", "dismissed"), "Zur Kenntnis genommen: #9"),
        (over(9, "10:00:00"), "Von selbst erledigt: #9 (Gewicht stimmt wieder)"),
        (looked(9, "10:00:00", "nobody-known"), "nobody-known ist da: #9"),
        (signed_on("s-1", "10:00:00"), "Anna meldete sich an der Kasse an: Ausweis"),
        (signed_off("s-1", "10:00:00"), "Anna meldete sich ab (abgemeldet)"),
        (
            v.SignInRefused(by="s-1", why="wrong", at_us=1, locked_until_us=2),
            "Eine Anmeldung wurde abgelehnt: falsch",
        ),
        (v.SignInUnlocked(subject="s-1", by="s-2", why="who_it_is", at_us=1), "s-2 entsperrte Anna"),
        (
            v.CheckDrawn(extent="partial", score=4, because=(("voided", 4),), line_ids=(1,), at_us=1),
            "Noch einmal zu scannen, 4 Punkte: einige Artikel: Artikel gestrichen",
        ),
        (v.CheckDrawn(extent="none", score=0, at_us=1), "Nichts wird noch einmal gescannt"),
        (rests(512, "10:00:00"), "Die Ablagewaage ruht bei 512 g"),
        (v.BaggingSkipped(line_id=77, at_us=1), "77 wird nicht abgelegt"),
        (v.OwnBagPlaced(weight_g=90, at_us=1), "Eine eigene Tasche wurde abgestellt; dort liegen 90 g"),
        (v.FullBagsMoved(weight_g=0, at_us=1), "Volle Taschen wurden umgestellt; dort liegen 0 g"),
        (sd.LinePriceChanged(line_id=1, price_minor=199), "Goods number {n} kostet jetzt 1,99\u00a0€"),
        (sd.PayAsked(), "Es soll bezahlt werden; vorher ist etwas zu klären"),
        (
            sd.TransactionResumed(of_transaction_id="x", token="T", by="s-1"),
            "Anna übernahm einen zurückgestellten Korb",
        ),
        (
            sd.TransactionResumed(of_transaction_id="A", token="A", by="phone"),
            "Der Korb eines Telefons wurde übernommen",
        ),
        (
            sd.TransactionResumed(of_transaction_id="o-1", token="o-1", by="order"),
            "Eine Bestellung wurde zum Bezahlen hergeholt",
        ),
        (sd.TrainingBegun(by="s-1"), "Anna begann eine Schulung"),
        (sd.TrainingEnded(by="s-1"), "Anna beendete die Schulung"),
        (sd.PaidInTraining(paid_at="x"), "In der Schulung bezahlt: Es floss kein Geld"),
        (e.LaneClosed(by="s-1", reason="break"), "Anna hat die Kasse geschlossen"),
        (
            e.TransactionCancelled(reason="goods_recovered"),
            "Der Einkauf wurde abgebrochen: Ware zurückgenommen",
        ),
        (
            sd.TransactionSuspended(
                transaction_id="x", token="T", by="lane", why="abandoned", item_count=1, total_minor=1
            ),
            "Die Kasse selbst stellte den Einkauf zurück (verlassen)",
        ),
    ],
)
def test_deeds_and_reasons_are_told_in_words(event: e.AnyEvent, german: str) -> None:
    (sentence,) = told("de", event)
    if "{n}" in german:
        assert sentence.startswith("Goods number ")
        assert sentence.endswith(german.partition("{n}")[2])
    else:
        assert sentence == german


def test_nobody_coming_is_told_as_grave() -> None:
    critical = v.InterventionEscalated(
        intervention_no=1, by="lane", why="nobody came", at_us=1, severity=Severity.CRITICAL
    )
    unit = sale_with(SealingLane("t1"), critical)
    steps = story.steps(envelope.open_body(unit.body).unsealed(), Speech(write=str))
    assert [(one.text, one.tone) for one in steps if one.event == "InterventionEscalated"] == [
        ("Nobody came: {kind}", "danger")
    ]
    assert msgspec.structs.asdict(steps[0])["event"] == "TransactionStarted"

"""Dates in many languages; day and month told apart by the whole file."""

from __future__ import annotations

from datetime import datetime

import pytest

from liftguard.errors import UnreadableLog
from liftguard.importers.cells import Wrong
from liftguard.importers.dates import UNCLEAR, date_reader


def read(*texts):
    reader = date_reader(texts, None)
    return [reader(text) for text in texts]


@pytest.mark.parametrize(
    ("months", "language"),
    [
        ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "English"),
        ("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", "German"),
        ("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", "French"),
        ("ene feb mar abr may jun jul ago sept oct nov dic", "Spanish"),
        ("jan fev mar abr mai jun jul ago set out nov dez", "Portuguese"),
        ("gen feb mar apr mag giu lug ago set ott nov dic", "Italian"),
        ("jan feb mrt apr mei jun jul aug sep okt nov dec", "Dutch"),
        ("sty lut mar kwi maj cze lip sie wrz paź lis gru", "Polish"),
        ("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.", "Russian"),
        ("січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.", "Ukrainian"),
        ("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara", "Turkish"),
        ("jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.", "Swedish"),
        ("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu", "Finnish"),
        ("led úno bře dub kvě čvn čvc srp zář říj lis pro", "Czech"),
        ("ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.", "Romanian"),
        ("jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.", "Hungarian"),
        ("Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ", "Greek"),
        ("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des", "Indonesian"),
    ],
)  # fmt: skip
def test_names_of_months(months, language):
    texts = [f"7 {month} 2026, 18:05" for month in months.split()]
    expected = [datetime(2026, month, 7, 18, 5) for month in range(1, 13)]
    assert read(*texts) == expected, language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jun 11, 2026, 1:01 PM", datetime(2026, 6, 11, 13, 1)),
        ("Jun 11, 2026, 12:01\u202fAM", datetime(2026, 6, 11, 0, 1)),
        ("11 de ene. de 2026, 1:05 p. m.", datetime(2026, 1, 11, 13, 5)),
        ("mar. 3 mars 2026 18:00", datetime(2026, 3, 3, 18)),
        ("2026年6月11日 下午1:05", datetime(2026, 6, 11, 13, 5)),
        ("2026. 6. 11. 오후 1:05", datetime(2026, 6, 11, 13, 5)),
        ("2018/8/31 5:49", datetime(2018, 8, 31, 5, 49)),
        ("7/25/16", datetime(2016, 7, 25)),
        ("11 kesä 2026 klo 13.05", datetime(2026, 6, 11, 13, 5)),
        ("2021-03-10 19:49:56", datetime(2021, 3, 10, 19, 49, 56)),
    ],
)
def test_ways_of_writing_a_date(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["", "x", "31 Feb 2024", "2024-13-01", "1/1/1900", "25:00"])
def test_what_is_no_date(text):
    assert all(isinstance(found, Wrong) for found in read(text, "2024-05-13")[:1])


def test_one_date_that_fits_only_one_order_decides_for_the_file():
    assert [at.month for at in read("3/4/2024", "3/18/2024")] == [3, 3]
    assert [at.month for at in read("3/4/2024", "18/4/2024")] == [4, 4]


def test_the_order_that_keeps_dates_together_decides():
    assert [at.month for at in read("2/5/2024", "5/5/2024", "9/5/2024")] == [5, 5, 5]
    assert [at.month for at in read("5/2/2024", "5/5/2024", "5/9/2024")] == [5, 5, 5]


def test_a_few_odd_dates_cost_no_others_and_are_named():
    """Beside three dates of ISO one with slashes is a problem; alone with another it is refused."""
    iso = [f"2024-05-{day:02}" for day in (13, 14, 15)]
    reader = date_reader([*iso, "6/5/2024"], None)
    assert [reader(text).day for text in iso] == [13, 14, 15]
    assert reader("6/5/2024") == UNCLEAR
    with pytest.raises(UnreadableLog, match="6/5/2024"):
        date_reader([iso[0], "6/5/2024", "6/7/2024"], None)


def test_slashes_alone_decide_nothing_and_dots_mean_day_first():
    assert [at.month for at in read("02.05.2024")] == [5]
    with pytest.raises(UnreadableLog, match="which number is the day"):
        read("2/5/2024")


@pytest.mark.parametrize("mark", ["", " 18:30", " um 6:30 Uhr"])
@pytest.mark.parametrize("year", ["2024", "24"])
def test_dots_mean_day_first_however_far_apart_the_days_are(mark, year):
    """The same day of two months is no two days of one: nobody writes the month first with dots."""
    assert [at.month for at in read(f"06.01.{year}{mark}", f"06.02.{year}{mark}")] == [1, 2]
    assert [at.month for at in read(f"06.01.{year}{mark}", f"06.13.{year}{mark}")] == [6, 6]


def test_what_an_app_usually_writes_decides_where_the_dates_do_not():
    """Days that show the order themselves go before it."""

    def months(usual, *texts):
        reader = date_reader(texts, None, usual=usual)
        return [reader(text).month for text in texts]

    assert months("mdy", "1/6/2024", "2/6/2024") == [1, 2]
    assert months("dmy", "6/1/2024", "6/2/2024") == [1, 2]
    assert months("mdy", "6/1/2024", "16/1/2024") == [1, 1]


def test_moments_with_and_without_a_zone_are_not_mixed():
    found = read("2026-01-02T03:04:05Z", "2026-01-03T03:04:05Z", "2026-01-04T03:04:05")
    assert isinstance(found[2], Wrong)
    assert found[0].utcoffset() is not None

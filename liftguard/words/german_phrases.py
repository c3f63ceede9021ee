"""
What a log is said to hold, and why an input is refused, in German: by the English sentence.

Where a text stands for one and for many, a bar divides the two.

Reason to change: how such a sentence is said in German, or a new one.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["GERMAN_PHRASES"]

GERMAN_PHRASES: Mapping[str, str] = {
    # --- parts of sentences ---
    "{lift}": "{lift}",
    "{area}": "{area}",
    "none": "keine",
    "{these}": "{these}",
    "{one} and {other}": "{one} und {other}",
    "{one} or {other}": "{one} oder {other}",
    "{lb:.2f} = {kg:g} kg": "{lb:.2f} = {kg:g} kg",
    "{text} = {lb:g} lb": "{text} = {lb:g} lb",
    "{one}; {other}": "{one}; {other}",
    "nothing": "nichts",
    "of {day}": "vom {day}",
    "from {first} to {last}": "vom {first} bis zum {last}",
    "row {number}, {error}": "Zeile {number}, {error}",
    "column {column!r}": "Spalte {column!r}",
    "{where}, column {column!r}": "{where}, Spalte {column!r}",
    "{where}, row {number}": "{where}, Zeile {number}",
    "{where}, line {line}": "{where}, Textzeile {line}",
    "{where}, line {line}, column {column}": "{where}, Textzeile {line}, Stelle {column}",
    "{wanted}, or None where it was not recorded": "{wanted}, oder nichts",
    # --- woran App und Einheit erkannt sind ---
    "the names of {known} of {n} columns": "an den Namen von {known} von {n} Spalten",
    "the names of {known} of {n} keys": "an den Namen von {known} von {n} Schlüsseln",
    "the order of its {width} columns, as their names are unknown": (
        "an der Reihenfolge der {width} Spalten, deren Namen unbekannt sind"
    ),
    "the columns that were given": "an den angegebenen Spalten",
    "given": "so angegeben",
    "the header says {field}": "{field} steht in der Kopfzeile",
    "the setting mass says {mass}": "in den Einstellungen steht für mass: {mass}",
    "a backup is always in kg": "ein Backup ist immer in kg",
    "FIT files are in kg": "FIT-Dateien sind in kg",
    "no loads in the file": "in der Datei stehen keine Lasten",
    "a column of kilograms and one of pounds": "eine Spalte mit Kilogramm und eine mit Pfund",
    "the unit column": "laut Spalte der Einheiten",
    "the units beside the loads": "laut den Einheiten neben den Lasten",
    "the column is in pounds but holds converted kilograms ({held})": (
        "die Spalte ist in Pfund, enthält aber umgerechnete Kilogramm: {held}"
    ),
    "the column is in kilograms but holds converted pounds ({held})": (
        "die Spalte ist in Kilogramm, enthält aber umgerechnete Pfund: {held}"
    ),
    "float artefacts such as {text}": "Reste vom Umrechnen wie {text}",
    "{sign} {loads} on the barbell": "{sign}: {loads} auf der Langhantel",
    "plate ladder": "Lasten aus ganzen Scheiben",
    "less than a pound bar": "weniger als eine Stange in Pfund",
    "tens": "Zehnerschritte",
    "fives": "Fünferschritte",
    "steps of 2.5": "Schritte von 2,5",
    "size": "übliche Höhe",
    # --- Zeilen ohne Satz ---
    "rest timer": "Pausentimer",
    "note": "Notiz",
    "planned, not done": "geplant, nicht gemacht",
    "cardio or timed": "Ausdauer oder auf Zeit",
    "loaded carry, by distance or time": "Tragen einer Last, nach Strecke oder Zeit",
    "1 loaded carry is left out, {name}, and what it tires is not counted|"
    "{n} loaded carries are left out, such as {name}, and what they tire is not counted": (
        "1 Tragen einer Last ist ausgelassen, {name}; was es ermüdet, zählt nicht|"
        "{n} Mal Tragen einer Last ist ausgelassen, etwa {name}; was es ermüdet, zählt nicht"
    ),
    "until failure, repetitions not counted": (
        "bis zum Muskelversagen, Wiederholungen nicht gezählt"
    ),
    "exercise without sets": "Übung ohne Sätze",
    "workout without exercises": "Training ohne Übungen",
    "deleted": "gelöscht",
    "body weight": "Körpergewicht",
    "nothing recorded": "nichts eingetragen",
    "no repetitions recorded": "keine Wiederholungen eingetragen",
    "stands twice": "steht doppelt da",
    "without sets": "ohne Sätze",
    "header of another table": "Kopfzeile einer weiteren Tabelle",
    "header again": "noch einmal die Kopfzeile",
    "blank row": "leere Zeile",
    "above the table": "über der Tabelle",
    "a repetition of the set above": "eine Wiederholung des Satzes darüber",
    # --- Hinweise ---
    "its times are in UTC, and so are its days; with a time zone (tz) they are those there": (
        "die Zeiten sind in UTC und damit auch die Tage; mit einer Zeitzone (tz) gelten die Tage "
        "dort"
    ),
    "the table has a header and no rows, so that there is nothing to read": (
        "die Tabelle hat nur eine Kopfzeile und keine Zeilen, also gibt es nichts zu lesen"
    ),
    "not read: the columns {names}": "nicht gelesen: die Spalten {names}",
    "not read: the columns {names} and {more} more": (
        "nicht gelesen: die Spalten {names} und {more} weitere"
    ),
    "not read: the column {name}": "nicht gelesen: die Spalte {name}",
    "not read: the column {name}, as it holds loads rather than repetitions": (
        "nicht gelesen: die Spalte {name}, denn dort stehen eher Lasten als Wiederholungen"
    ),
    "not read: what the column {name} says, such as {unknown!r}": (
        "nicht gelesen: was in der Spalte {name} steht, etwa {unknown!r}"
    ),
    "not read: words of the column {name} such as {unread!r}": (
        "nicht gelesen: Wörter der Spalte {name} wie {unread!r}"
    ),
    "the column {name} is read as taken to failure, not as missed": (
        "die Spalte {name} gilt als „bis zum Muskelversagen“, nicht als „misslungen“"
    ),
    "the multiplier of 1 set counts limbs as well as implements, as of {name}"
    "|the multiplier of {n} sets counts limbs as well as implements, as of {name}": (
        "der Multiplikator von 1 Satz zählt neben den Hanteln auch Arme oder Beine, bei {name}"
        "|der Multiplikator von {n} Sätzen zählt neben den Hanteln auch Arme oder Beine, etwa bei "
        "{name}"
    ),
    "1 set is left out, as it does not show whether they went up: {problem}"
    "|{n} sets are left out, as they do not show whether they went up: {problem}": (
        "1 Satz ist weggelassen, denn es ist nicht zu erkennen, ob er gelungen ist: {problem}"
        "|{n} Sätze sind weggelassen, denn es ist nicht zu erkennen, ob sie gelungen sind: "
        "{problem}"
    ),
    "1 set was not completed, as the column {name} says: {missed} taken for missed, being heavier "
    "than all that went up of the lift that day, {left} left out"
    "|{n} sets were not completed, as the column {name} says: {missed} taken for missed, being "
    "heavier than all that went up of the lift that day, {left} left out": (
        "1 Satz wurde laut Spalte {name} nicht abgeschlossen: als misslungen gelten {missed}, "
        "schwerer als alles, was von der Übung an dem Tag gelang, weggelassen sind {left}"
        "|{n} Sätze wurden laut Spalte {name} nicht abgeschlossen: als misslungen gelten {missed}, "
        "schwerer als alles, was von der Übung an dem Tag gelang, weggelassen sind {left}"
    ),
    "1 set that failed has several repetitions beside the word, of which the last is taken as "
    "failed"
    "|{n} sets that failed have several repetitions beside the word, of which the last is taken "
    "as failed": (
        "bei 1 misslungenen Satz stehen mehrere Wiederholungen; die letzte gilt als nicht gelungen"
        "|bei {n} misslungenen Sätzen stehen mehrere Wiederholungen; die letzte gilt jeweils als "
        "nicht gelungen"
    ),
    "1 set is kept without the {field}, as in {problem}"
    "|{n} sets are kept without the {field}, as in {problem}": (
        "1 Satz zählt ohne diese Angabe ({field}): {problem}"
        "|{n} Sätze zählen ohne diese Angabe ({field}), etwa {problem}"
    ),
    "repetitions planned": "geplante Wiederholungen",
    "exertion": "Anstrengung",
    "repetitions in reserve": "Wiederholungen in Reserve",
    "duration": "Dauer",
    "distance": "Strecke",
    "rest": "Pause",
    "bar speed": "Geschwindigkeit der Hantel",
    "bodyweight": "Körpergewicht",
    "1 set that stands twice was left out, {when}, in rows {first} to {last}"
    "|{n} sets that stand twice were left out, {when}, in rows {first} to {last}": (
        "1 Satz, der doppelt dasteht, ist weggelassen, {when}, in den Zeilen {first} bis {last}"
        "|{n} Sätze, die doppelt dastehen, sind weggelassen, {when}, in den Zeilen {first} bis "
        "{last}"
    ),
    "{given} rows without a date were given that of the row above": (
        "Zeilen ohne Datum, die das der Zeile darüber bekommen haben: {given}"
    ),
    "1 note speaks of a miss and nothing is read of it, such as {note!r}"
    "|{n} notes speak of a miss and nothing is read of it, such as {note!r}": (
        "1 Notiz spricht von einem Fehlversuch, der daraus nicht gelesen wird: {note!r}"
        "|{n} Notizen sprechen von Fehlversuchen, die daraus nicht gelesen werden, etwa {note!r}"
    ),
    "1 row has no hour that can be read, such as row {row}: {got!r}"
    "|{n} rows have no hour that can be read, such as row {row}: {got!r}": (
        "in 1 Zeile steht keine lesbare Uhrzeit, in Zeile {row}: {got!r}"
        "|in {n} Zeilen steht keine lesbare Uhrzeit, etwa in Zeile {row}: {got!r}"
    ),
    "{n} tables stand in the file: {places}": "in der Datei stehen {n} Tabellen: {places}",
    "{app} (rows {first} to {last})": "{app} (Zeilen {first} bis {last})",
    "the letters were read as {guessed}, as nothing shows what they are": (
        "die Zeichen sind als {guessed} gelesen, denn nichts zeigt, was sie sind"
    ),
    # --- was in einer Zelle stehen sollte ---
    "a number": "eine Zahl",
    "a number above 0, or blank": "eine Zahl über 0, oder nichts",
    "a whole number from 0 to {most}": "eine ganze Zahl von 0 bis {most}",
    "a whole number from 0 to {most}, or blank": "eine ganze Zahl von 0 bis {most}, oder nichts",
    "a whole number from 1 to {most}, such as 5, 5-8 or 5+, or blank": (
        "eine ganze Zahl von 1 bis {most}, etwa 5, 5-8 oder 5+, oder nichts"
    ),
    "a whole number from {least} to {most}": "eine ganze Zahl von {least} bis {most}",
    "a number from 1 to 10": "eine Zahl von 1 bis 10",
    "a number from 0 to 10": "eine Zahl von 0 bis 10",
    "a number{unit} from {low:g} to {high:g}": "eine Zahl{unit} von {low:g} bis {high:g}",
    "0, or from {least:g} to {most:g} [kg]": "0, oder von {least:g} bis {most:g} [kg]",
    "0 or more, as the name does not say assisted": (
        "0 oder mehr, denn der Name sagt nichts von Unterstützung"
    ),
    "1 to 10, or blank": "1 bis 10, oder nichts",
    "0 to 9, or blank": "0 bis 9, oder nichts",
    "kg or lb": "kg oder lb",
    'kg or lb; pass unit="kg" or unit="lb" for loads that say none': (
        'kg oder lb; für Lasten ohne Einheit unit="kg" oder unit="lb" angeben'
    ),
    "one of {words}": "eines von {words}",
    "one of {names}": "eines von {names}",
    "the number of the set, or one of {words}": "die Nummer des Satzes, oder eines von {words}",
    "the name of an exercise": "der Name einer Übung",
    "the name of an exercise, of at most {most} letters": (
        "der Name einer Übung, mit höchstens {most} Zeichen"
    ),
    "an exercise of the app's list": "eine Übung aus der Liste der App",
    "the name of a lift": "der Name einer Übung",
    "the name of a lift, of at most {most} letters": (
        "der Name einer Übung, mit höchstens {most} Zeichen"
    ),
    "a name that can be stored": "ein Name, der sich speichern lässt",
    "a date such as 2024-05-13 18:30": "ein Datum wie 2024-05-13 18:30",
    "a date such as 5/13/2024": "ein Datum wie 5/13/2024",
    "a date such as 31/1/24": "ein Datum wie 31/1/24",
    "a date such as 31/1/24, the day first": "ein Datum wie 31/1/24, der Tag zuerst",
    "a date from {first} to {last}": "ein Datum von {first} bis {last}",
    "a time such as 6:30 PM": "eine Uhrzeit wie 6:30 PM",
    "a time such as 18:30, or blank": "eine Uhrzeit wie 18:30, oder nichts",
    "a time with a zone, like the others": "eine Zeit mit Zeitzone, wie die anderen",
    "a time without a zone, like the others": "eine Zeit ohne Zeitzone, wie die anderen",
    "times with a zone, like the first table; tz=... makes instants of all": (
        "Zeiten mit Zeitzone wie in der ersten Tabelle; tz=... gibt allen eine"
    ),
    "times without a zone, like the first table; tz=... makes instants of all": (
        "Zeiten ohne Zeitzone wie in der ersten Tabelle; tz=... gibt allen eine"
    ),
    "a rest of up to a day, such as 180 or 3:00": (
        "eine Pause von höchstens einem Tag, etwa 180 oder 3:00"
    ),
    "a column in m/s": "eine Spalte in m/s",
    "a bar speed, such as 0.45 [m/s]": "eine Geschwindigkeit der Hantel, etwa 0,45 [m/s]",
    "a bar speed from {least:g} to {most:g} [m/s]": (
        "eine Geschwindigkeit der Hantel von {least:g} bis {most:g} [m/s]"
    ),
    "a bodyweight": "ein Körpergewicht",
    "a bodyweight from {least:g} to {most:g} [kg]": (
        "ein Körpergewicht von {least:g} bis {most:g} [kg]"
    ),
    "a category; {quotes}": "eine Kategorie; {quotes}",
    "the name of equipment; {quotes}": "der Name eines Geräts; {quotes}",
    "a number with a decimal comma needs quotes, or what follows it moves": (
        "eine Zahl mit Dezimalkomma braucht Anführungszeichen, sonst verrutscht, was folgt"
    ),
    "{width} cells in a row": "{width} Zellen in einer Zeile",
    "{width} cells in a row; a number with a decimal comma needs quotes": (
        "{width} Zellen in einer Zeile; eine Zahl mit Dezimalkomma braucht Anführungszeichen"
    ),
    "a row of the first table: this is another one": (
        "eine Zeile der ersten Tabelle: Dies ist eine andere"
    ),
    "a number that shows whether its comma parts thousands": (
        "eine Zahl, die zeigt, ob ihr Komma Tausender trennt"
    ),
    "the load that the kilograms in this row are": (
        "die Last, die den Kilogramm in dieser Zeile entspricht"
    ),
    "the load of these repetitions, 0 for the body alone": (
        "die Last zu diesen Wiederholungen, 0 für den Körper allein"
    ),
    "the load of these repetitions, as of the others in the row": (
        "die Last zu diesen Wiederholungen, wie bei den anderen der Zeile"
    ),
    "the repetitions of this load, as of the others in the row": (
        "die Wiederholungen zu dieser Last, wie bei den anderen der Zeile"
    ),
    "the whole load, which that of one side does not tell": (
        "die ganze Last; die einer Seite verrät sie nicht"
    ),
    "a load in numbers: what a band or a chain adds or takes off is not known": (
        "eine Last in Zahlen: Was ein Band oder eine Kette ausmacht, ist nicht bekannt"
    ),
    "the load of an attempt, such as 180, or -180 where it was missed": (
        "die Last eines Versuchs, etwa 180, oder -180 für einen misslungenen"
    ),
    "a weight and repetitions, such as 110,5,5,5,5,5": (
        "ein Gewicht und Wiederholungen, etwa 110,5,5,5,5,5"
    ),
    "sets such as 225x5,245x3": "Sätze wie 225x5,245x3",
    "repetitions of at most {most} sets": "Wiederholungen von höchstens {most} Sätzen",
    "the repetitions of {count} sets, as the row says": (
        "so viele Wiederholungszahlen, wie die Zeile Sätze nennt: {count}"
    ),
    "a word that says whether the set went up": "ein Wort, das sagt, ob der Satz gelungen ist",
    "Sì or No, Ja or Nein, Yes or No": "Ja oder Nein, Sì oder No, Yes oder No",
    "the _id of a row of the table exercise": "die _id einer Zeile der Tabelle exercise",
    "an object with what was done": "ein Objekt mit dem, was gemacht wurde",
    # --- Dateien, die sich nicht lesen lassen ---
    "a training log: an export of an app such as Strong, Hevy or FitNotes, or a sheet of sets": (
        "ein Trainingslog: der Export einer App wie Strong, Hevy oder FitNotes, oder eine Tabelle "
        "von Sätzen"
    ),
    "an export of an app, or a sheet with one row for each set": (
        "der Export einer App, oder eine Tabelle mit einer Zeile für jeden Satz"
    ),
    "an export of {label}": "ein Export dieser Art: {label}",
    "an export of {names}": "ein Export oder eine Tabelle dieser Art: {names}",
    "no file of this name": "keine Datei dieses Namens",
    "Is the path complete?": "Ist der Pfad vollständig?",
    "a path": "ein Pfad",
    "a path, bytes, an open file, a list of dicts or a data frame": (
        "ein Pfad, Bytes, eine offene Datei, eine Liste von dicts oder ein Data Frame"
    ),
    "Pass the text of a log as bytes, or as an open file such as io.StringIO.": (
        "Den Text eines Logs als Bytes übergeben, oder als offene Datei wie io.StringIO."
    ),
    "a folder": "ein Ordner",
    "Pass the path of one file in it.": "Den Pfad einer Datei darin angeben.",
    "The file cannot be opened.": "Die Datei lässt sich nicht öffnen.",
    "The file cannot be read.": "Die Datei lässt sich nicht lesen.",
    "Reading it gives neither text nor bytes.": "Darin stehen weder Text noch Bytes.",
    "Open it with mode 'rb', so that its encoding can be found.": (
        "Die Datei im Modus 'rb' öffnen, damit die Kodierung gefunden wird."
    ),
    "text in another encoding": "Text in einer anderen Kodierung",
    "It is not text.": "Das ist kein Text.",
    "a web page": "eine Webseite",
    "It may be the page of a login: export the log again, and pass that file.": (
        "Vielleicht ist es die Seite einer Anmeldung: das Log noch einmal exportieren und diese "
        "Datei angeben."
    ),
    "an empty file": "eine leere Datei",
    "Export the log again.": "Das Log noch einmal exportieren.",
    "Export the log as CSV and pass that file.": (
        "Das Log als CSV exportieren und diese Datei angeben."
    ),
    "a PNG picture": "ein PNG-Bild",
    "a JPEG picture": "ein JPEG-Bild",
    "a GIF picture": "ein GIF-Bild",
    "a PDF document": "ein PDF-Dokument",
    "a ZIP archive or spreadsheet": "ein ZIP-Archiv oder eine Excel-Datei",
    "a gzip archive": "ein gzip-Archiv",
    "a bzip2 archive": "ein bzip2-Archiv",
    "an xz archive": "ein xz-Archiv",
    "an LZMA archive": "ein LZMA-Archiv",
    "a Zstandard archive": "ein Zstandard-Archiv",
    "a 7-Zip archive": "ein 7-Zip-Archiv",
    "an old Excel file": "eine alte Excel-Datei",
    "{rows} rows": "{rows} Zeilen",
    "a log of at most {most} rows": "ein Log mit höchstens {most} Zeilen",
    "Nobody has lifted so many sets. Is it a log?": (
        "So viele Sätze hat niemand gehoben. Ist das ein Log?"
    ),
    "{n} columns": "{n} Spalten",
    "a table of at most {most} columns": "eine Tabelle mit höchstens {most} Spalten",
    "No log has so many.": "Kein Log hat so viele.",
    "what {label} writes there": "was dort zu einem Export dieser Art gehört: {label}",
    '{misfits} of the first {n} rows do not fit the header; app="{name}" reads those that do.': (
        "{misfits} der ersten {n} Zeilen passen nicht zur Kopfzeile; "
        'app="{name}" liest die übrigen.'
    ),
    "No column is one that an app is known to write.": (
        "Keine Spalte ist eine, die eine bekannte App schreibt."
    ),
    "The nearest is {label}.": "Am nächsten kommt {label}.",
    "The nearest is {label}, but there is no column {names}.": (
        "Am nächsten kommt {label}, aber es fehlt die Spalte {names}."
    ),
    "{hint} A table of sets that no app wrote is read with columns={own}.": (
        "{hint} Eine eigene Tabelle von Sätzen wird gelesen mit columns={own}."
    ),
    "the table": "die Tabelle",
    "{rows} rows that do not have {width} cells, more than those that do": (
        "{rows} Zeilen, die nicht {width} Zellen haben, mehr als die übrigen"
    ),
    "rows with the cells that the header names": (
        "Zeilen mit so vielen Zellen, wie die Kopfzeile nennt"
    ),
    "Are the rows parted by another sign than the header?": (
        "Trennt die Zeilen ein anderes Zeichen als die Kopfzeile?"
    ),
    "{n} tables, one after the other": "{n} Tabellen hintereinander",
    "at most {most} of them": "höchstens {most} davon",
    "Pass each table by itself. Is it a log?": "Jede Tabelle einzeln angeben. Ist das ein Log?",
    "These are results of meets without their attempts: Squat1Kg, Squat2Kg and so on say them.": (
        "Das sind Ergebnisse von Wettkämpfen ohne die Versuche; die stehen in Squat1Kg, Squat2Kg "
        "und so weiter."
    ),
    "These are predictions, and nothing that was lifted.": (
        "Das sind Vorhersagen und nichts, was gehoben wurde."
    ),
    "These are totals of each exercise or workout, which hold no sets.": (
        "Das sind Summen je Übung oder Training, in denen keine Sätze stehen."
    ),
    "This is a plan: no column says what was lifted.": (
        "Das ist ein Plan: Keine Spalte sagt, was gehoben wurde."
    ),
    "Each lift has a column of its own, where a set needs a row, with its repetitions.": (
        "Jede Übung hat eine eigene Spalte; ein Satz braucht aber eine Zeile, mit seinen "
        "Wiederholungen."
    ),
    "These are measurements of the body, which hold no sets.": (
        "Das sind Körpermaße, in denen keine Sätze stehen."
    ),
    "the sets of one lifter": "die Sätze einer einzigen Person",
    "{n} are named there: pass the rows of one of them.": (
        "Dort stehen {n}: die Zeilen einer einzigen angeben."
    ),
    "loads that show whether they are kilograms or pounds": (
        "Lasten, die zeigen, ob sie Kilogramm oder Pfund sind"
    ),
    'The file names no unit: pass unit="kg" or unit="lb".': (
        'Die Datei nennt keine Einheit: unit="kg" oder unit="lb" angeben.'
    ),
    "a sheet with pipes": "eine Tabelle mit senkrechten Strichen",
    "a sheet of sets by reps": "eine Tabelle mit Sätzen mal Wiederholungen",
    "a wide sheet": "eine breite Tabelle",
    "a sheet with a row for each set": "eine Tabelle mit einer Zeile für jeden Satz",
    "results of meets with their attempts": "Ergebnisse von Wettkämpfen mit den Versuchen",
    "a row for each attempt": "eine Zeile für jeden Versuch",
    "rows with the keys when, lift, kg or lb, reps": (
        "Zeilen mit den Schlüsseln when, lift, kg oder lb, reps"
    ),
    "nested JSON": "verschachteltes JSON",
    "the columns given": "die angegebenen Spalten",
    "dates": "Datumsangaben",
    "dates that show which number is the day": "Datumsangaben, die zeigen, welche Zahl der Tag ist",
    'Pass dates="dmy" where the day stands first, else dates="mdy".': (
        'dates="dmy" angeben, wo der Tag vorn steht, sonst dates="mdy".'
    ),
    "a date like the others, or dates that show which number is the day. "
    'Pass dates="dmy" where the day stands first, else dates="mdy".': (
        "ein Datum wie die anderen, oder Datumsangaben, die zeigen, welche Zahl der Tag ist. "
        'dates="dmy" angeben, wo der Tag vorn steht, sonst dates="mdy".'
    ),
    "dates with a year, such as 2024-05-13": "Datumsangaben mit Jahr, etwa 2024-05-13",
    "Without them nothing tells what was done when; or is it a plan?": (
        "Ohne sie sagt nichts, was wann gemacht wurde; oder ist das ein Plan?"
    ),
    # --- Datenbanken, Uhren und JSON ---
    "an SQLite database": "eine SQLite-Datenbank",
    "a FIT file": "eine FIT-Datei",
    "a backup of FitNotes": "ein Backup von FitNotes",
    "a FIT file of Garmin": "eine FIT-Datei von Garmin",
    "Among the logs that can be read, only {only} is one.": (
        "Unter den lesbaren Logs gibt es das nur als {only}."
    ),
    "a FitNotes backup: an SQLite database with the tables training_log and exercise": (
        "ein Backup von FitNotes: eine SQLite-Datenbank mit den Tabellen training_log und exercise"
    ),
    "an SQLite database with the tables {names}": "eine SQLite-Datenbank mit den Tabellen {names}",
    "an SQLite database cut short: {n} of {whole} bytes": (
        "eine abgeschnittene SQLite-Datenbank: {n} von {whole} Bytes"
    ),
    "an SQLite database that cannot be read: {error}": (
        "eine SQLite-Datenbank, die sich nicht lesen lässt: {error}"
    ),
    "Export the log as CSV, or copy the whole backup again.": (
        "Das Log als CSV exportieren, oder das ganze Backup noch einmal kopieren."
    ),
    "a table {name} without {names}": "eine Tabelle {name} ohne {names}",
    "a table {name} with columns that are computed": (
        "eine Tabelle {name} mit berechneten Spalten"
    ),
    "a table {name} that is damaged: {said}": "eine beschädigte Tabelle {name}: {said}",
    "a table {name} that gives more than it holds": (
        "eine Tabelle {name}, die mehr hergibt, als in ihr steht"
    ),
    "a FIT file of strength training, with its sets": (
        "eine FIT-Datei von einem Krafttraining, mit den Sätzen"
    ),
    "a FIT file cut short: {n} of {whole} bytes": (
        "eine abgeschnittene FIT-Datei: {n} von {whole} Bytes"
    ),
    "a FIT file without sets: {what}": "eine FIT-Datei ohne Sätze: {what}",
    "the library fitdecode": "die Bibliothek fitdecode",
    'Install it: pip install "liftguard[garmin]"': 'Installieren: pip install "liftguard[garmin]"',
    "sport": "Sportart",
    "kind of file": "Art der Datei",
    "its {label} is {names}": "{label} {names}",
    "it tells no sport": "ohne Sportart",
    "Sets are in the original file of a strength activity.": (
        "Sätze stehen in der Originaldatei eines Krafttrainings."
    ),
    "a damaged FIT file: its checksum is not that of its bytes": (
        "eine beschädigte FIT-Datei: Die Prüfsumme passt nicht zum Inhalt"
    ),
    "a FIT file that cannot be decoded: {error}": (
        "eine FIT-Datei, die sich nicht entschlüsseln lässt: {error}"
    ),
    "a FIT file, and no library that decodes it": (
        "eine FIT-Datei, und keine Bibliothek, die sie entschlüsselt"
    ),
    "Export the original file from Garmin Connect, or copy it from the watch again.": (
        "Die Originaldatei aus Garmin Connect exportieren, oder noch einmal von der Uhr kopieren."
    ),
    "a section {sets} with rows": "ein Abschnitt {sets} mit Zeilen",
    "This backup of Jefit holds no sets.": "In diesem Backup von Jefit stehen keine Sätze.",
    "sets as JSON: days, exercises and sets in each other, or a list of rows": (
        "Sätze als JSON: Tage, Übungen und Sätze ineinander, oder eine Liste von Zeilen"
    ),
    "the day": "den Tag",
    "the exercise": "die Übung",
    "repetitions": "die Wiederholungen",
    "a key that tells {what}": "ein Schlüssel für {what}",
    "Say with columns={own} what the keys mean.": (
        "Mit columns={own} sagen, was die Schlüssel bedeuten."
    ),
    "the end of the text": "das Ende des Textes",
    "The parser says: {msg}.": "Der Parser meldet auf Englisch: {msg}.",
    "There is no such folder.": "Diesen Ordner gibt es nicht.",
    "It is a folder.": "Das ist ein Ordner.",
    "It may not be written there.": "Dort darf nicht geschrieben werden.",
    "There is no row in it.": "Es steht keine Zeile darin.",
    "There is nothing in it.": "Es steht nichts darin.",
    "There is no set in it.": "Es steht kein Satz darin.",
    "A row is an object.": "Eine Zeile ist ein Objekt.",
    "objects in objects, too deep to read": "Objekte in Objekten, zu tief zum Lesen",
    "No log is so deep.": "Kein Log ist so tief verschachtelt.",
    "Rename the keys.": "Die Schlüssel umbenennen.",
    "JSON has no such number; leave it out.": "Eine solche Zahl gibt es in JSON nicht; weglassen.",
    "Hevy's API, but no workout there has start_time and exercises": (
        "die API von Hevy, aber kein Training hat dort start_time und exercises"
    ),
    "wger's API, but no entry there has exercise, repetitions, weight and their units": (
        "die API von wger, aber kein Eintrag hat dort exercise, repetitions, weight und deren "
        "Einheiten"
    ),
    "The nearest is {near}.": "Am nächsten kommt {near}.",
    "No object in it tells repetitions.": "Kein Objekt darin nennt Wiederholungen.",
    "{nested} in an object": "{nested} in einem Objekt",
    'app="{name}" reads it.': 'app="{name}" liest es.',
    "a dump of {label}": "ein Auszug von {label}",
    # --- was angegeben wird ---
    "an app or the columns, not both": "eine App oder die Spalten, nicht beides",
    "the name of a column, or its number from 0": (
        "der Name einer Spalte, oder ihre Nummer, von 0 an gezählt"
    ),
    "one of the columns {names}": "eine der Spalten {names}",
    "0 to {last}, as a row has {n} columns": (
        "0 bis {last}, denn eine Zeile hat so viele Spalten: {n}"
    ),
    "a known lift, or a name that stands in the log": (
        "eine bekannte Übung, oder ein Name, der im Log steht"
    ),
    "Near: {names}.": "Ähnlich: {names}.",
    "Known: {names}.": "Bekannt: {names}.",
    "a place of the body": "eine Stelle am Körper",
    'a place, 0 to 10, and when, such as "low_back 6 yesterday", "lower back 4 7 days ago" '
    'or "knee 3 2026-01-05"': (
        'eine Stelle, 0 bis 10, und wann, etwa "Rücken 6 gestern", "Rücken 4 vor 7 Tagen" '
        'oder "Knie 3 2026-01-05"'
    ),
    "a pain from before {at}": "ein Schmerz von vor {at}",
    "a load of 0 or more, such as 180, 180kg or 405lb": (
        "eine Last von 0 oder mehr, etwa 180, 180kg oder 405lb"
    ),
    "Loads are in kilograms; kg_from_lb turns pounds into them.": (
        "Lasten sind in Kilogramm; kg_from_lb rechnet Pfund um."
    ),
    "a lift that moves the body, such as a pull-up": (
        "eine Übung, die den Körper bewegt, etwa ein Klimmzug"
    ),
    "{assist} for {lift}": "{assist} bei {lift}",
    "the help once, by --load or by --assist": (
        "die Unterstützung nur einmal, mit --load oder mit --assist"
    ),
    "{assist} beside {load}": "{assist} neben {load}",
    "a date and time such as 2026-01-05T18:00, now, yesterday, or end": (
        "ein Datum mit Uhrzeit wie 2026-01-05T18:00, oder jetzt, gestern oder end"
    ),
    "a log without sets": "ein Log ohne Sätze",
    "at least one set": "mindestens ein Satz",
    "the same kind of time as the log's, {at}": "eine Zeit von der Art wie im Log, {at}",
    "--tz gives the log a time zone.": "--tz gibt dem Log eine Zeitzone.",
    "a moment after the log's last entry, {at}, as in other rows": (
        "ein Zeitpunkt nach dem letzten Eintrag des Logs, {at}, wie in anderen Zeilen"
    ),
    "a moment after the log's last entry, {at}": (
        "ein Zeitpunkt nach dem letzten Eintrag des Logs, {at}"
    ),
    "That entry lies in the future: is its date right?": (
        "Dieser Eintrag liegt in der Zukunft: Stimmt das Datum?"
    ),
    "a moment of the log, which runs from {first} to {last}": (
        "ein Zeitpunkt des Logs, das vom {first} bis zum {last} reicht"
    ),
    "Is the order of day, month and year right?": (
        "Stimmt die Reihenfolge von Tag, Monat und Jahr?"
    ),
    "the name of a time zone, such as 'Europe/Berlin'": (
        "der Name einer Zeitzone, etwa 'Europe/Berlin'"
    ),
    "two names, such as A=B": "zwei Namen, etwa A=B",
    "each word once": "jedes Wort nur einmal",
    "a file that can be written": "eine Datei, die sich schreiben lässt",
    "the columns {names}": "die Spalten {names}",
    "row {number}": "Zeile {number}",
    "row {number}, column {column}": "Zeile {number}, Spalte {column}",
    "{error}": "{error}",
    "a load such as 180, 180kg or 405lb": "eine Last wie 180, 180kg oder 405lb",
    "a number from 0 to 10, such as 6 or 6/10": "eine Zahl von 0 bis 10, etwa 6 oder 6/10",
    "a whole number from 1 to {most}, 3-5 or 5+": "eine ganze Zahl von 1 bis {most}, 3-5 oder 5+",
    "a place of the body, such as {names}": "eine Stelle am Körper wie {names}",
    "a date that shows which number is the day, such as 2026-04-03": (
        "ein Datum, das zeigt, welche Zahl der Tag ist, etwa 2026-04-03"
    ),
    "a table that can be read": "eine lesbare Tabelle",
    "one of the athletes of {path}: {names}": "eine der Personen in {path}: {names}",
    "at least one set that is planned": "mindestens ein geplanter Satz",
    "no row": "keine Zeile",
}
"""Texts by the sentence that a `Phrase` was made of."""

"""
Every word that is shown, in German.

Where a text stands for one and for many, a bar divides the two.

Reason to change: how something is said in German, or a new code to be said.
"""

from __future__ import annotations

from collections.abc import Mapping

from liftguard.words.german_lifts import GERMAN_LIFTS

__all__ = ["GERMAN"]

GERMAN: Mapping[str, Mapping[str, str]] = {
    # --- numbers, spans, lists ---
    "numbers": {
        "decimal": ",",
        "kg": "{n} kg",
        "lb": "{n} lb",
        "percent": "{n} %",
        "about": "etwa {share}",
        "under": "unter 1 %",
        "over": "über 99 %",
        "speed": "{n} m/s",
        "degrees": "{n} Grad pro Sekunde",
        "reps": "1 Wiederholung|{n} Wiederholungen",
    },
    "spans": {
        "s": "1 Sekunde|{n} Sekunden",
        "min": "1 Minute|{n} Minuten",
        "h": "1 Stunde|{n} Stunden",
        "days": "1 Tag|{n} Tage",
        "under_a_day": "weniger als einen Tag",
    },
    "spans_dative": {  # as after seit, nach, von: "{span:dative}"
        "days": "1 Tag|{n} Tagen",
        "under_a_day": "weniger als einem Tag",
    },
    "ago": {
        "days": "vor 1 Tag|vor {n} Tagen",
        "under_a_day": "vor weniger als einem Tag",
    },
    "style": {
        "after_colon": "capital",  # or "small": how a sentence begins there
    },
    "joins": {
        "and": " und ",
        "or": " oder ",
        "else": " oder ",
    },
    "amounts": {
        "none": "kaum",
        "some": "etwas",
        "half": "etwa zur Hälfte",
        "much": "größtenteils",
        "all": "ganz",
    },
    "ordinals": {
        "1": "erste",
        "2": "zweite",
        "3": "dritte",
        "4": "vierte",
    },
    # --- names ---
    "levels": {
        "CLEAR": "IM RAHMEN",
        "UNKNOWN": "UNKLAR",
        "CAUTION": "VORSICHT",
        "BEYOND": "DARÜBER",
    },
    "lifts": GERMAN_LIFTS,
    "muscles": {
        "erector_spinae": "der Erector spinae (die langen Muskeln entlang der Wirbelsäule)",
        "quadratus_lumborum": (
            "der Quadratus lumborum (der Muskel zwischen unterster Rippe und Becken)"
        ),
        "glutes": "die Gesäßmuskeln",
        "hamstrings": "die Rückseite der Oberschenkel",
        "quadriceps": "die Vorderseite der Oberschenkel",
        "upper_back": "der obere Rücken",
        "grip": "die Griffkraft",
        "shoulders": "die Schultern",
        "chest": "die Brust",
        "arms": "die Arme",
    },
    "muscle_names": {  # wo mehrere hintereinander stehen
        "erector_spinae": "Erector spinae",
        "quadratus_lumborum": "Quadratus lumborum",
        "glutes": "Gesäßmuskeln",
        "hamstrings": "Oberschenkelrückseite",
        "quadriceps": "Oberschenkelvorderseite",
        "upper_back": "oberer Rücken",
        "grip": "Griffkraft",
        "shoulders": "Schultern",
        "chest": "Brust",
        "arms": "Arme",
    },
    "areas": {  # wie sie eingegeben werden können
        "low_back": "unterer Rücken",
        "erector_spinae": "Rückenstrecker",
        "quadratus_lumborum": "Flanke",
        "glutes": "Gesäß",
        "hamstrings": "Beinbeuger",
        "quadriceps": "Oberschenkel",
        "upper_back": "oberer Rücken",
        "grip": "Unterarme",
        "shoulders": "Schultern",
        "chest": "Brust",
        "arms": "Arme",
        "neck": "Nacken",
        "hip": "Hüfte",
        "knee": "Knie",
        "elbow": "Ellbogen",
        "wrist": "Handgelenk",
        "ankle": "Sprunggelenk",
    },
    "places": {
        "erector_spinae": "in den langen Muskeln entlang der Wirbelsäule",
        "quadratus_lumborum": "im Muskel zwischen unterster Rippe und Becken",
        "glutes": "im Gesäß",
        "hamstrings": "in der Rückseite der Oberschenkel",
        "quadriceps": "in der Vorderseite der Oberschenkel",
        "upper_back": "im oberen Rücken",
        "grip": "in Händen und Unterarmen",
        "shoulders": "in den Schultern",
        "chest": "in der Brust",
        "arms": "in den Armen",
        "low_back": "im unteren Rücken",
        "neck": "im Nacken",
        "hip": "in der Hüfte",
        "knee": "im Knie",
        "elbow": "im Ellbogen",
        "wrist": "im Handgelenk",
        "ankle": "im Sprunggelenk",
    },
    "pains": {
        "ache": "Schmerz",
        "sharp": "stechender Schmerz",
        "spasm": "Krampf",
        "stiffness": "Steifheit",
    },
    "the_pains": {
        "ache": "der Schmerz",
        "sharp": "der stechende Schmerz",
        "spasm": "der Krampf",
        "stiffness": "die Steifheit",
    },
    "after_the_pains": {
        "ache": "nach dem Schmerz",
        "sharp": "nach dem stechenden Schmerz",
        "spasm": "nach dem Krampf",
        "stiffness": "nach der Steifheit",
    },
    "motions": {
        "flexion": "Vorbeugen",
        "rotation": "Drehen",
        "side_bend": "Beugen zur Seite",
        "extension": "Aufrichten",
    },
    "moved_by": {  # after a motion
        "sneeze": "beim Niesen",
        "cough": "beim Husten",
        "slip": "beim Ausrutschen",
        "catch": "beim Auffangen",
        "throw": "beim Werfen",
        "lift": "beim Heben",
        "reach": "beim Greifen",
        "rise": "beim Aufstehen",
    },
    "moves": {  # that happened: by what made the trunk move, else by its motion
        "sneeze": "ein Niesen",
        "cough": "ein Husten",
        "slip": "ein Ausrutschen",
        "catch": "ein Auffangen",
        "throw": "ein Werfen",
        "lift": "ein Heben",
        "reach": "ein Greifen",
        "rise": "ein Aufstehen",
        "flexion": "ein Vorbeugen",
        "rotation": "ein Drehen",
        "side_bend": "ein Beugen zur Seite",
        "extension": "ein Aufrichten",
    },
    "records": {  # to follow "nichts zu"
        "sets": "Sätzen",
        "sets_before": "Sätzen für diese Stelle kurz davor",
        "set_times": "Uhrzeiten einzelner Sätze",
        "rest_s": "Pausen zwischen den Sätzen",
        "effort": "Anstrengung (RPE oder RIR)",
        "warm_ups": "Aufwärmsätzen",
        "stillness": "Stillhalten",
        "rising": "Aufstehzeiten",
        "movements": "schnellen Bewegungen",
        "mobility": "Beweglichkeitsarbeit",
        "velocity": "Geschwindigkeit",
        "bodyweight": "Körpergewicht",
        "readiness": "Tagesform",
        "load": "Last",
    },
    # --- a verdict ---
    "sentences": {
        "set": "{name} {load} x {reps}",
        "set_bare": "{name} x {reps}",
        "helped": " mit {load} Unterstützung",
        "help_alone": "{load} Unterstützung",
        "added_alone": "{load} zusätzlich zum Körper",
        "body_alone": "Körpergewicht",
        "quick": "{motion} mit {speed}",
        "moved_by": "{motion} {cause}",
        "holding": "{motion} mit {load} in den Händen",
        "pain": "{pain} {place} {ago}",
        "pain_on": "{pain} {place} am {date}",
        "pain_lift": "{pain} bremst diese Übung vorerst",
        "pain_waits": "{after} ist diese Übung noch nicht wieder aufgebaut",
        "pain_move": "{pain} mahnt vorerst zur Vorsicht",
        "CLEAR": "{what} liegt in dem Rahmen, den die Aufzeichnungen hergeben",
        "CAUTION": "{what} liegt am Rand dessen, was die Aufzeichnungen hergeben",
        "BEYOND": "{what} geht über das hinaus, was die Aufzeichnungen hergeben",
        "UNKNOWN": "ob {what} zu viel ist, lässt sich nicht sagen, denn {reason}",
        "step_CAUTION": "{what} ist mehr als ein Schritt über das, was bisher gelungen ist",
        "long_still": ("{what} ist zu schwer, um gleich nach dem Stillhalten damit anzufangen"),
        "just_up": "{what} ist zu schwer, um so bald nach dem Aufstehen damit anzufangen",
        "pain_CLEAR": "{what} liegt in dem Rahmen, den die Aufzeichnungen und {pain} lassen",
        "pain_CAUTION": "{what} ist mehr, als das zulässt",
        "pain_BEYOND": "{what} ist weit mehr, als das zulässt",
        "waits_CAUTION": "{what} ist mehr als der nächste Schritt",
        "waits_BEYOND": "{what} ist weit mehr als der nächste Schritt",
        "move_CLEAR": "{what} liegt in dem Rahmen, den die Regel jetzt zulässt",
        "move_CAUTION": "{what} liegt am Rand dessen, was die Regel jetzt zulässt",
        "move_BEYOND": "{what} geht über das hinaus, was die Regel jetzt zulässt",
        "move_UNKNOWN": "ob {what} jetzt zu schnell ist, lässt sich nicht sagen, denn {reason}",
        "little": "dafür ist zu wenig aufgezeichnet",
        "fails": "die Wiederholung nicht gelingt|nicht alle {n} Wiederholungen gelingen",
        "chance": "die Wahrscheinlichkeit, dass {fails}, liegt bei {chance}",
        "chance_apart": (
            "vom Schmerz abgesehen liegt die Wahrscheinlichkeit, dass {fails}, bei {chance}"
        ),
        "chance_then": "die Wahrscheinlichkeit, dass {fails}, liegt dann bei {chance}",
        "at_rpe": "{what} bei RPE {rpe}",
        "standing": "Dann {level}: {said}.",
        "asked": "am meisten gefordert: {muscle}",
        "rule": "das ist eine Regel und nicht kalibriert",
    },
    "details": {
        "capacity": (
            "Heute für {reps} möglich: {middle}, in neun von zehn Fällen zwischen {low} und {high}."
        ),
        "capacity_added": (
            "Heute für {reps} möglich, zusätzlich zum Körper: {middle}, "
            "in neun von zehn Fällen zwischen {low} und {high}."
        ),
        "most": "Höchste Last, die für {reps} im Rahmen bleibt: {load}.",
        "more_help": "nimm {load}",
        "steps": "Damit es im Rahmen bleibt: {steps}.",
        "breaks": (
            "Was das kostet, zeigen keine Daten; ein umsichtiger Trainer würde trotzdem sagen: "
            "{steps}."
        ),
        "breaks_at": "Vor Satz {place} am {date}, gleich auf welcher Stufe: {steps}.",
        "no_steps": "Keine der geprüften Änderungen bringt es in den Rahmen.",
        "no_steps_today": "Für heute wird nichts angeboten, was die Stelle belastet.",
        "way_back": "Ein Weg zurück: {steps}.",
        "way_back_pain": (
            "Ein Weg zurück, jeder Schritt nur, wenn der davor und der Tag danach nicht mehr "
            "Schmerz gebracht haben, sonst derselbe noch einmal: {steps}."
        ),
        "way_back_short": "Der Weg zurück endet dort, noch vor {what}.",
        "week": "{date} {what}",
        "begin": (
            "Zum Anfangen: {step}; wenn das leicht geht, von Satz zu Satz etwas mehr, und "
            "aufhören, wenn es langsam wird."
        ),
        "begin_light": (
            "Zum Anfang: leicht, um 8 bis 10 Wiederholungen mit drei in Reserve zu finden."
        ),
        "begin_pain": (
            "Zum Anfangen: {step}; wenn das und der Tag danach nicht mehr Schmerz bringen, beim "
            "nächsten Mal etwas mehr."
        ),
        "nearest": "{caveat}; der nächste bekannte Name ist {lift}",
        "less_sure": "Weniger sicher, denn {caveat}.",
        "not_assessed": (
            "{causes} wurde nicht beurteilt: Im Log steht nichts zu {records}.|"
            "{causes} wurden nicht beurteilt: Im Log steht nichts zu {records}."
        ),
        "not_told": "{causes} wurde nicht beurteilt.|{causes} wurden nicht beurteilt.",
        "best_of_both": "{load} in 30 Tagen, ebenso in 90",
        "tired_by": "Davon durch andere Übungen: {parts}.",
        "tired_region": "Müdeste Muskeln dieser Übung: {parts}.",
        "moved": "Vor diesem Satz ohne Hantel bewegt: {parts}.",
        "bests": "Bestes, umgerechnet auf eine Wiederholung: {parts}.",
        "days_since_on": "Letzter Satz dieser Übung: {days} vorher, am {date}.",
        "then": "{step} (Wahrscheinlichkeit zu scheitern dann {chance})",
        "eases": "Was es leichter macht: {steps}.",
        "empty_hands": "mit leeren Händen",
        "eased": "{step} (dann {level})",
        "not_counted": "Im Log steht nichts zu {records}; das zählt deshalb nicht mit.",
    },
    "caveats": {
        "pain": "ein Schmerz setzt vorerst eine Obergrenze",
        "waits": "seit einem Schmerz ist diese Übung noch nicht wieder aufgebaut",
        "long_still": "bis eben gab es kaum Bewegung",
        "just_up": "das Aufstehen ist eben erst her",
        "unknown_work": "es ist nicht bekannt, was andere Übungen von heute ermüden",
        "no_bodyweight": "ohne Körpergewicht ist nicht bekannt, welche Last sich bewegt",
        "no_load": "es bewegt sich keine Last",
        "unknown_lift": "keine Tabelle kennt diese Übung, und sie steht nicht im Log",
        "no_sets": "im Log steht kein Satz dieser Übung",
        "few_sets": "im Log stehen erst wenige Sätze dieser Übung",
        "long_break": "der letzte Satz dieser Übung liegt {days} zurück, er war am {date}",
        "not_near_limit": "seit Wochen kam kein Satz dieser Übung in die Nähe der Grenze",
        "big_step": "es ist mehr als ein Schritt über das, was bisher gelungen ist",
        "high_reps": "Sätze mit so vielen Wiederholungen sagen wenig über eine einzelne",
        "signs": (
            "Taubheit in einem Bein oder zwischen den Beinen, Schwäche in einem Bein, neue "
            "Schwierigkeiten mit Blase oder Darm oder ein Sturz kurz vor dem Schmerz gehören noch "
            "am selben Tag in ärztliche Hände"
        ),
        "signs_neck": (
            "Taubheit oder Schwäche in einem Arm oder einer Hand, unsicherer Gang oder ein Sturz "
            "kurz vor dem Schmerz gehören noch am selben Tag in ärztliche Hände"
        ),
        "signs_chest": (
            "Druck in der Brust, Atemnot, kalter Schweiß oder Schmerz, der in Arm, Rücken oder "
            "Kiefer ausstrahlt, sind sofort ein Fall für den Notruf"
        ),
        "signs_muscle": (
            "eine Delle, ein großer Bluterguss oder ein Muskel, der sich nicht anspannen lässt, "
            "gehört in ärztliche Hände"
        ),
        "signs_joint": (
            "ein Gelenk, das blockiert, nachgibt, rasch anschwillt oder keine Last trägt, gehört "
            "in ärztliche Hände"
        ),
        "wide_belief": "die Aufzeichnungen lassen die Leistungsgrenze zu offen",
        "doubt": (
            "ein Teil der Wahrscheinlichkeit kommt nur daher, dass die Aufzeichnungen wenig sagen"
        ),
        "typical_rest": "die heutigen Pausen stehen nicht im Log, und übliche sind angenommen",
        "rule_not_calibrated": "das ist eine Regel, die an keinen Daten kalibriert ist",
        "few_days": "es gibt zu wenige andere Trainingstage zum Vergleichen",
    },
    # --- causes and what speaks for them ---
    "causes": {
        "fatigue": "Ermüdung",
        "rapid_movement": "schnelle Bewegung",
        "overload": "Überlast",
    },
    "shares": {
        "most": "überwiegend {cause}",
        "half": "etwa zur Hälfte {cause}",
        "part": "zum Teil {cause}",
        "whole": "{cause}",
    },
    "cause_sentences": {
        "fatigue": "{cause}; am meisten wirkt auf diese Übung: {muscle}",
        "rapid_movement": "{cause}; am meisten gefordert: {muscle}",
        "overload": ("{cause}: Last und Wiederholungen sind hoch, gemessen an der Leistungsgrenze"),
        "after_time_off": (
            "{cause}: Last und Wiederholungen sind hoch dafür, dass diese Übung {days} geruht hat"
        ),
        "first_hard_set": "{cause}, falls ohne Aufwärmsätze",
        "small": "{cause} fällt nicht auf",
        "nothing": "Nichts im Log spricht für {cause}",
    },
    "evidence": {
        "lost_to_fatigue": "Ermüdung kostet gerade {about} der Leistung.",
        "sets_in_a_row": (
            "Davor ein Satz derselben Bewegungsart.|"
            "Davor {n} Sätze derselben Bewegungsart hintereinander."
        ),
        "row_for": "Dazwischen nichts anderes, seit {span:dative}.",
        "alone_sessions": (
            "Die {n}. Einheit in Folge, vor der weder eine andere große Bewegung noch Dehnen im "
            "Log steht."
        ),
        "alone_for": "Das ist seit {days:dative} so.",
        "unbroken": "Davor {n} Sätze ohne Pause.",
        "unbroken_for": "Das ist Arbeit ohne Erholung seit {span:dative}.",
        "rest": "Pause seit dem letzten Satz: {span}.",
        "tired_by": "{lift} {percent}",
        "tired_region": "{muscle} {percent}",
        "moved": "{move} {span} vorher",
        "lost_unready": "Noch nicht ganz bereit zu sein kostet {about} der Leistung.",
        "step_from": (
            "Beurteilt ohne Aufwärmsätze: Der Sprung geht dann von {load} aus nach oben."
        ),
        "warmth": "Warm durch die bisherigen Sätze: {amount}.",
        "still": "Davor {span} kaum Bewegung.",
        "still_ago": "Das endete {span} vor diesem Satz.",
        "hours_up": "Zeit seit dem Aufstehen: {span}.",
        "readiness": "Tagesform: {number} von 1.",
        "speed": "Tempo der ersten Wiederholung: {speed}.",
        "usual_speed": "Übliches Tempo bei dieser Last: {speed}.",
        "demand": "Der Satz verlangt so viel wie eine einzelne Wiederholung mit {load}.",
        "capacity_low": "Unteres Ende der Leistungsgrenze: {load}.",
        "capacity_middle": "Mitte der Leistungsgrenze: {load}.",
        "capacity_high": "Oberes Ende der Leistungsgrenze: {load}.",
        "best_30_days": "{load} in 30 Tagen",
        "best_90_days": "{load} in 90 Tagen",
        "spike": "Der Satz verlangt {more} mehr als das Beste der letzten 30 Tage.",
        "spike_90_days": "Der Satz verlangt {more} mehr als das Beste der letzten 90 Tage.",
        "days_since": "Letzter Satz dieser Übung: {days} vorher.",
        "time_off": "Kein Satz dieser Übung seit {days}.",
        "sets": ("Im Log steht 1 Satz dieser Übung.|Im Log stehen {n} Sätze dieser Übung."),
        "peak_velocity": "Tempo der Bewegung: {degrees}.",
        "usual_velocity": "Ihr Tempo ist nicht gemessen und wie üblich angenommen: {degrees}.",
        "held": "In den Händen: {load}.",
        "creep": "Vom Stillhalten noch beeinflusst: {amount}.",
        "morning": "Von der Nacht noch steif: {amount}.",
        "cold": "Noch kalt: {amount}.",
        "fatigue": "Der am meisten geforderte Muskel ist ermüdet: {amount}.",
    },
    # --- steps ---
    "steps": {
        "walk_first": "geh {span} oder beuge dich locker und taste dich heran",
        "walk_first_until": "geh bis {time} oder beuge dich locker und taste dich heran",
        "walk_lighter": "geh {span} oder beuge dich locker und taste dich heran, bis zu {what}",
        "walk_lighter_until": (
            "geh bis {time} oder beuge dich locker und taste dich heran, bis zu {what}"
        ),
        "loosen": "mach zuerst eine andere Bewegung, oder geh oder dehne dich {span}",
        "loosen_until": "mach zuerst eine andere Bewegung, oder geh oder dehne dich bis {time}",
        "more_rest": "pausiere {span} länger",
        "more_rest_until": "pausiere bis {time}",
        "ramp_first": "mach zuerst die Aufwärmsätze",
        "lower_load": "senke die Last auf {load}",
        "begin_back": "beginne den Weg zurück mit {load}",
        "fewer_reps": "hör nach {reps} auf",
        "another_day": "mach den Satz am {date}",
        "another_lift": "mach stattdessen {what}",
        "deload": "mach es vorerst leichter, mit {what}",
        "way_back": "auf dem Weg zurück, am {date}: {what}",
        "begin": "{what}",
        "one_more_rep": "mach {what}, eine Wiederholung mehr als je zuvor",
        "more_load": "mach {what}, mehr Last als je zuvor",
    },
    # --- what to lift ---
    "suggestions": {
        "go_up": "{what}, mehr Last als {last}",
        "hold": "{what}, dieselbe Last wie {last}",
        "back_off": "{what}, weniger Last als {last}",
        "as_hard": "{what}, etwa so schwer wie davor andere Wiederholungen",
        "way_back": "{what}, auf dem Weg zurück",
        "walk_first": "vorerst nicht mehr als {what}",
        "begin": "{what}, zum Anfangen",
        "stop": "{lift} ist für diese Einheit fertig",
        "none": "für {lift} wird keine Last vorgeschlagen",
    },
    "suggestion_parts": {
        "last_time": "beim letzten Mal mit etwa {reps}",
        "last_set": "beim Satz davor",
        "not_more": "Nicht mehr, denn {reason}.",
        "none": "{suggested}, denn {reason}.",
        "fewer": "Im Rahmen mit weniger Wiederholungen: {what}.",
        "from_there": (
            "Wenn das leicht geht, von Satz zu Satz etwas mehr, und aufhören, wenn es langsam wird."
        ),
        "no_table": "Keine Tabelle kennt diese Übung; der nächste bekannte Name ist {lift}.",
        "fails": "Die Wahrscheinlichkeit, dass {fails}, liegt bei {chance}.",
        "walk": (
            "Geh zuerst: nach {span:dative} Gehen oder lockerem Beugen {what}, mit Sätzen zum "
            "Herantasten."
        ),
        "alike": "Letztes Mal mit etwa {reps}",
        "not_alike": "Andere Wiederholungen, nach denen das geht",
        "last": "{those}, erster Arbeitssatz: {what} am {date}.",
        "last_short": (
            "{those}, erster Arbeitssatz: {what} am {date}; "
            "1 Satz gelang nicht ganz.|"
            "{those}, erster Arbeitssatz: {what} am {date}; "
            "{n} Sätze gelangen nicht ganz."
        ),
        "now": "Der Satz davor: {what}.",
        "now_short": (
            "Der Satz davor: {what}; 1 Satz von heute gelang nicht ganz.|"
            "Der Satz davor: {what}; {n} Sätze von heute gelangen nicht ganz."
        ),
        "rose": "Die Last ist zuletzt einmal gestiegen.|Die Last ist zuletzt {n}-mal gestiegen.",
        "stayed": "Die Last war in {n} Einheiten in Folge dieselbe.",
        "best": "Bestes für {reps} oder mehr: {what} am {date}.",
    },
    "reasons": {
        "usual": "das ist das Übliche",
        "effort": "mehr ließe weniger übrig, als bleiben soll",
        "clear": "mehr wäre nicht mehr im Rahmen",
        "short": "in der letzten Einheit dieser Übung gelangen nicht alle Sätze wie geplant",
        "short_today": "ein Satz dieser Einheit gelang nicht wie geplant",
        "harder_than_meant": "der letzte Satz war schwerer, als er sein soll",
        "velocity_down": "die Stange ist bei gleicher Last langsamer geworden",
        "time_off": "diese Übung hat lange geruht",
        "stillness": "dein Rücken ist noch steif vom langen Stillhalten oder von der Nacht",
        "pain": "ein Schmerz bremst diese Übung",
        "after_pain": (
            "nach einem Schmerz ist ein leichterer Tag klug, auch wenn mehr im Rahmen bliebe"
        ),
        "too_little_known": "über diese Übung ist zu wenig bekannt",
        "begin_light": (
            "vor dem ersten Satz dieser Übung lässt sich keine Last nennen: leicht beginnen und "
            "8 bis 10 Wiederholungen mit drei in Reserve finden"
        ),
        "no_bodyweight": "ohne Körpergewicht ist nicht bekannt, welche Last sich bewegt",
        "no_help": "der Körper allein wiegt mehr, als bekanntermaßen gelingt",
        "too_heavy": "nichts Leichteres, das im Rahmen ist, lässt sich laden",
    },
    "bests": {
        "unbeaten": "Bestes ({name}): {bests}.",
        "best": "{load} x {reps} am {date}",
        "none": "Noch ist nichts gelungen ({name}).",
        "within_reach": "Am leichtesten wäre heute neu: {bests}.",
        "new": "{load} x {reps} (Wahrscheinlichkeit zu scheitern {chance})",
        "out_of_reach": "Heute ist nichts Neues in Reichweite.",
    },
    "next": {
        "add_load": "mehr Last: {what}",
        "add_rep": "mehr Wiederholungen: {what}",
        "hold": "dasselbe: {what}",
        "repeat": "dasselbe noch einmal, denn es gelang nicht ganz: {what}",
        "back_off": "weniger: {what}",
        "as_hard": "etwa so schwer wie andere Wiederholungen: {what}",
        "way_back": "auf dem Weg zurück: {what}",
        "walk_first": "geh zuerst; ohne das nicht mehr als {what}",
        "begin": "zum Anfangen: {what}",
        "stop": "{lift} ist für diese Einheit fertig",
        "none": "für {lift} wird keine Last vorgeschlagen",
    },
    "next_parts": {
        "last": "erster Arbeitssatz vom letzten Mal {load} x {reps} am {date}",
        "fewer": "im Rahmen mit weniger Wiederholungen: {what}",
        "chance": "Wahrscheinlichkeit zu scheitern {chance}",
        "why": "denn {reason}",
        "walk": "nach {span:dative} Gehen oder lockerem Beugen {what}",
        "plateau": "die Last ist in {n} Einheiten in Folge gleich geblieben",
    },
    "eases": {  # of a movement without a bar
        "slower": "langsamer, mit höchstens {speed}",
        "turn_feet": "in zwei Teilen, erst die Füße, dann der Rumpf",
        "in_parts": "in zwei Teilen, mit einem Halt dazwischen",
        "brace": "mit angespanntem Rumpf und einer Hand an etwas Festem",
        "less_load": "mit höchstens {load} in den Händen",
        "walk_first": "nach {span:dative} Gehen oder lockerem Beugen",
        "walk_until": "nach Gehen oder lockerem Beugen bis {time}",
    },
    # --- an inquiry ---
    "findings": {
        "shown": "{pain}: Auffällig davor war {cause}, vor allem {trace}",
        "not_shown": "{pain}: Die Aufzeichnungen zeigen den Grund nicht",
        "nearest": "am nächsten kommt ihm {lift} am {date}, {days} nach dem letzten Mal",
        "as_usual": "davor war alles wie an anderen Tagen",
        "more_records": "Angaben zu {records} hätten mehr gezeigt",
        "stood_out": "{cause} fiel auf: {traces}.",
        "usual": "{cause} war weitgehend wie an anderen Tagen.",
        "nothing": "Nichts im Log spricht für {cause}.",
        "noted_alone": (
            "Ob {cause} ungewöhnlich war, lässt sich bei zu wenigen anderen Tagen zum Vergleich "
            "nicht sagen: {traces}."
        ),
        "not_noted": "Im Log steht nichts zu {records}.",
        "no_proof": "Was auffällt, ist der erste Ort zum Nachsehen; es beweist den Grund nicht.",
        "trace": "{trace} ({usual}so an {alike} von {days} anderen Tagen)",
        "trace_never": "{trace} ({usual}so an keinem von {days} anderen Tagen)",
        "usually": "sonst meist {n}; ",
        "odds_alone": (
            "Nach den Vorhersagen stieg dadurch das Verhältnis von Scheitern zu Gelingen {times}."
        ),
        "odds": (
            "Nach den Vorhersagen stieg dadurch das Verhältnis von Scheitern zu Gelingen {times}, "
            "an einem üblichen Tag kaum."
        ),
        "odds_usual": (
            "Nach den Vorhersagen stieg dadurch das Verhältnis von Scheitern zu Gelingen {times}, "
            "an einem üblichen Tag {usual}."
        ),
        "times": "auf das {n}-Fache",
        "times_over": "auf mehr als das {n}-Fache",
        "asked": "Am meisten gefordert: {muscle}.",
    },
    "traces": {
        "sessions_4_days": "die {ordinal} Einheit in vier Tagen",
        "sets_24_h": "1 Satz in 24 Stunden|{n} Sätze in 24 Stunden",
        "reps_24_h": "1 Wiederholung in 24 Stunden|{n} Wiederholungen in 24 Stunden",
        "sets_72_h": "1 Satz in drei Tagen|{n} Sätze in drei Tagen",
        "reps_72_h": "1 Wiederholung in drei Tagen|{n} Wiederholungen in drei Tagen",
        "hard_sets": "1 harter Satz an dem Tag|{n} harte Sätze an dem Tag",
        "same_pattern_sets": (
            "1 Satz einer Bewegungsart|{n} Sätze derselben Bewegungsart hintereinander"
        ),
        "shortest_rest": "eine Pause von nur {span:dative}",
        "days_in_a_row": "1 Trainingstag|{n} Trainingstage in Folge",
        "rpe_rise": "RPE um {number} höher bei gleicher Last",
        "first_share": "ein Einstieg bei {share} der höchsten Last des Tages, ohne Aufwärmsätze",
        "still_minutes": "{span} Stillhalten kurz davor",
        "hours_since_rising": "nur {span} seit dem Aufstehen",
        "longest_pause": "eine Pause von {span:dative} vor einem harten Satz",
        "sets_7_days": "1 Satz in sieben Tagen|{n} Sätze in sieben Tagen",
        "pattern_sets_7_days": (
            "1 Satz einer Bewegungsart in sieben Tagen|"
            "{n} Sätze derselben Bewegungsart in sieben Tagen"
        ),
        "dense_sets": "1 Satz für sich|{n} Sätze dicht hintereinander",
        "session_minutes": "eine Einheit von {span:dative}",
        "unlengthened_days": ("1 Trainingstag ohne Dehnen|{n} Trainingstage in Folge ohne Dehnen"),
        "days_of_one_pattern": (
            "1 Trainingstag mit nur einer Bewegungsart|"
            "{n} Trainingstage in Folge mit nur einer Bewegungsart"
        ),
        "rpe_above_usual": "RPE um {number} höher als zuletzt beim selben Satz",
        "readiness": "eine Tagesform von {number} von 1",
        "loads_moved": (
            "1 Last ohne Stange bewegt in zwei Tagen|{n} Lasten ohne Stange bewegt in zwei Tagen"
        ),
        "moved": "eine schnelle Bewegung kurz davor, {move}",
        "odds_fatigue": (
            "ein nach den Vorhersagen {times} gestiegenes Verhältnis von Scheitern zu Gelingen"
        ),
        "odds_rapid_movement": (
            "ein nach den Vorhersagen {times} gestiegenes Verhältnis von Scheitern zu Gelingen"
        ),
        "odds_overload": (
            "ein nach den Vorhersagen {times} gestiegenes Verhältnis von Scheitern zu Gelingen"
        ),
        "lift_gap": "eine Übung nach {span:dative} ohne sie",
        "velocity_ratio": "eine Wiederholung {more} schneller als bei dieser Last üblich",
        "demand_ratio": "ein Satz {more} über dem Besten der Wochen davor",
        "p_beyond": "ein Satz mit vorhergesagten {chance} Wahrscheinlichkeit zu scheitern",
        "misses": "1 Fehlversuch in 48 Stunden|{n} Fehlversuche in 48 Stunden",
        "layoff_days": "der Wiedereinstieg, {span} nach der letzten Einheit",
        "tonnage_ratio": "das {number}-Fache der Arbeit jedes Tages der Wochen davor",
        "load_ratio": "eine Last {more} über der bisher höchsten",
    },
    "deeds": {
        "nothing": "In den Tagen davor ist nichts aufgezeichnet.",
        "sets": "{when}: {top}{beside}; 1 Satz an dem Tag.|"
        "{when}: {top}{beside}; {n} Sätze an dem Tag.",
        "silence": "{date}: Der letzte aufgezeichnete Satz, {days} davor.",
        "missed": "{set} (nicht geschafft)",
        "above": ", {more} über der bisher höchsten Last",
        "below": ", {share} der bisher höchsten Last",
        "as_highest": ", so viel wie die bisher höchste Last",
        "first_time": ", zum ersten Mal",
        "gap": "{date}: Wieder {lift}, {days} nach dem letzten Mal.",
        "still": "{when}: Bis dahin {span} Stillhalten.",
        "moved": "{when}: {motion}{cause}, {span} davor.",
        "moved_then": "{when}: {motion}{cause}, in diesem Augenblick.",
        "by": " ({cause})",
        "loads": (
            "{when}: 1 Last ohne Stange bewegt, {load}.|"
            "{when}: Die schwerste von {n} ohne Stange bewegten Lasten, {load}."
        ),
        "up": "{when}: Aufgestanden, {span} davor.",
        "no_mobility": "{date}: Zum letzten Mal gedehnt, {days} davor.",
        "week": "1 Satz in den letzten sieben Tagen, {before} in den sieben davor.|"
        "{n} Sätze in den letzten sieben Tagen, {before} in den sieben davor.",
    },
    "changes": {
        "as_triple": "ein Dreier in dem Rahmen, den das Log hergab: {instead} statt {done}",
        "lower_load": "was das Log hergab: {instead} statt {done}",
        "smaller_steps": "kleinere Schritte, um etwa {more} auf einmal",
        "come_back": "nach so einer Auszeit mit {instead} beginnen statt mit {done}",
        "day_between": "ein freier Tag vor so einer Einheit",
        "day_between_lifts": "ein Tag Abstand zwischen den Übungen {other} und {lift}",
        "fewer_sets": "so viele Sätze an einem Tag wie sonst",
        "usual_week": "so viele Sätze in einer Woche wie sonst, mit freien Tagen dazwischen",
        "lengthen": "nach jeder Einheit zehn Minuten dehnen, gehen oder sich anders bewegen",
        "another_movement": (
            "nach jeweils ein paar Sätzen einer Art eine andere Bewegung oder zwei Minuten gehen "
            "oder dehnen"
        ),
        "longer_rests": "volle Pausen zwischen den Sätzen",
        "fewer_loads": "weniger Lasten am Stück, mit etwas anderem dazwischen",
        "ramp_first": "zuerst die Aufwärmsätze",
        "walk_first": "erst zehn Minuten gehen oder sich leicht beugen",
        "later": "dasselbe später am Tag, nach einer Weile auf den Beinen",
        "chance": "die Wahrscheinlichkeit zu scheitern ist dann {after} statt {before}",
        "level": "nach der Regel für Bewegungen ist es dann {after} statt {before}",
        "number": "das ergibt {after} statt {before}",
        "unwritten": (
            "Es gibt einen Grund, und er steht nicht in diesen Aufzeichnungen: Schreib jetzt auf, "
            "was in den Minuten und Stunden davor war."
        ),
        "record": "Um beim nächsten Mal mehr zu wissen, notiere Angaben zu {records}.",
    },
    # --- patterns ---
    "events": {
        "flag": "Warnungen",
        "miss": "Fehlversuche",
        "pain": "Schmerzen",
    },
    "patterns": {
        "found": (
            "{kind} kamen {where} etwa {ratio}-mal so oft vor: bei {events} von {cases} "
            "Gelegenheiten, sonst bei {other_events} von {other_cases}."
        ),
        "between": "In neun von zehn Fällen liegt das zwischen dem {low}- und dem {high}-Fachen.",
        "excess": (
            "Etwa 1 davon ist mehr, als die sonstige Häufigkeit gebracht hätte.|"
            "Etwa {n} davon sind mehr, als die sonstige Häufigkeit gebracht hätte."
        ),
        "no_proof": "Das ist ein Ort zum Nachsehen, kein Beweis.",
        "searched": (
            "{kind}: {events} bei {cases} Gelegenheiten; 1 mögliches Muster wurde geprüft.|"
            "{kind}: {events} bei {cases} Gelegenheiten; {n} mögliche Muster wurden geprüft, "
            "von denen sich einige von hundert durch Zufall zeigen."
        ),
        "none": "Keines davon fand sich.",
        "place": "{kind} {place}",
        "too_few": "{kind}: {events} bei {cases} Gelegenheiten, zu wenige, um Muster zu suchen.",
    },
    "circumstances": {
        "morning": "in Einheiten am Vormittag",
        "days_off_4": "vier oder mehr Tage nach dem letzten Trainingstag",
        "days_off_7": "sieben oder mehr Tage nach dem letzten Trainingstag",
        "days_off_14": "vierzehn oder mehr Tage nach dem letzten Trainingstag",
        "third_day_in_a_row": "ab dem dritten Trainingstag in Folge",
        "after_hard_day": "am Tag nach einem harten Tag",
        "first_lift": "in der ersten Übung des Tages",
        "after_15_sets": "nach vielen Sätzen",
        "no_ramp": "ohne Aufwärmsätze",
        "after_squat_or_hinge": "nach Kniebeugen oder Hüftbeugen am selben Tag",
        "squat_or_hinge_1_day_ago": "einen Tag nach den letzten Kniebeugen oder Hüftbeugen",
        "squat_or_hinge_2_days_ago": "zwei Tage nach den letzten Kniebeugen oder Hüftbeugen",
        "reps_1": "in Sätzen mit 1 Wiederholung",
        "reps_2_3": "in Sätzen mit 2 oder 3 Wiederholungen",
        "reps_4_6": "in Sätzen mit 4 bis 6 Wiederholungen",
        "reps_7_10": "in Sätzen mit 7 bis 10 Wiederholungen",
        "reps_over_10": "in Sätzen mit mehr als 10 Wiederholungen",
        "flagged": "an Tagen mit einer Warnung",
        "missed": "an Tagen mit einem Fehlversuch",
        "above_30_days": "mit einer Last über der höchsten der Wochen davor",
        "one_pattern": "an Tagen mit vielen Sätzen einer Bewegungsart hintereinander",
        "long_session": "in langen Einheiten",
        "dense_session": "bei vielen Sätzen dicht hintereinander",
        "no_mobility": "nach einer Woche oder mehr ohne Beweglichkeitsarbeit",
        "same_muscles_1_day_ago": "am Tag nach einer anderen Übung für dieselben Muskeln",
        "same_muscles_2_days_ago": "zwei Tage nach einer anderen Übung für dieselben Muskeln",
        "after_stillness": "kurz nach langem Stillhalten",
        "soon_up": "bald nach dem Aufstehen",
        "after_movement": "kurz nach einer schnellen Bewegung",
        "lift": "in der Übung {lift}",
    },
    # --- Pläne, Logs und Verläufe ---
    "plans": {
        "empty": "Kein Satz ist geplant.",
        "sets": "{n} Satz geplant: {levels}.|{n} Sätze geplant: {levels}.",
        "level": "{n} {level}",
        "unknown": (
            "Kein Satz ist markiert, doch bei {n} lässt sich nicht sagen, ob er zu viel ist.|"
            "Kein Satz ist markiert, doch bei {n} lässt sich nicht sagen, ob sie zu viel sind."
        ),
        "first": (
            "der erste markierte Satz ist Satz {place} am {date}, {what}: {level}, "
            "Wahrscheinlichkeit zu scheitern {chance}."
        ),
        "first_by_rule": "der erste markierte Satz ist Satz {place} am {date}, {what}: {level}.",
        "if_before": "{chance}, wenn die davor gelingen",
        "by_pain": "durch einen Schmerz zurückgehalten",
    },
    "logs": {
        "rows": (
            "{rows} Zeilen gelesen = {sets} mit Sätzen + {skipped} ohne "
            "+ {problems} nicht verstanden."
        ),
        "recognised": "Erkannt als {app} ({by}); Sicherheit {sure}.",
        "unit": "Lasten in {unit} ({evidence}).",
        "mixed": "kg und lb",
        "span": "Von {first} bis {last}.",
        "notice": "Hinweis: {notice}.",
        "more": "und {n} weitere",
        "unknown": (
            "{n} Name meint keine bekannte Übung: {names}.|"
            "{n} Namen meinen keine bekannte Übung, etwa {names}."
        ),
        "no_sets": "Keine Sätze.",
        "track": (
            "{n} Satz von {first} bis {last}: {lifts}; {missed} misslungen.|"
            "{n} Sätze von {first} bis {last}: {lifts}; {missed} misslungen."
        ),
        "others": "{n} andere Übung|{n} andere Übungen",
    },
    "warnings": {
        "counts": (
            "Vor jedem Satz gefragt, nach den geplanten oder sonst den gemachten Wiederholungen: "
            "{flagged} markiert, davon {right} zu Recht, da nicht alle gelangen; {unknown} nicht "
            "beurteilt."
        ),
        "none": (
            "Vor jedem Satz gefragt, nach den geplanten oder sonst den gemachten Wiederholungen: "
            "keiner markiert; {unknown} nicht beurteilt."
        ),
        "surest": "Markiert, die sichersten zuerst:",
        "listed": "{date} {what}: {said}",
        "outcome": "{said}, {came}",
        "chance": "markiert mit {chance}",
        "by_pain": "markiert wegen Schmerzen",
        "went_up": "gelungen",
        "missed": "misslungen",
        "short": "{n} von {of} gelungen",
        "untried": "nicht versucht",
    },
    "squad": {
        "no_state": "keine Aufzeichnungen: Es lässt sich nichts sagen.",
        "no_entries": "noch kein Eintrag: Es lässt sich nichts sagen.",
        "no_session": "nichts ist geplant.",
        "stale": "der letzte Eintrag liegt {days} zurück: Was seitdem war, ist nicht bekannt.",
        "refused": "der Plan ließ sich nicht beurteilen: {error}",
        "unknown": "nicht beurteilt, weil die Aufzeichnungen es nicht hergeben: {lifts}.",
    },
    "headings": {
        "log": "Trainingslog",
        "track": "Nachgespieltes Log",
        "plan": "Plan",
        "advice": "Was es in den Rahmen bringt",
        "to_begin": "Womit anzufangen ist",
        "no_advice": (
            "Kein Schritt: Der Satz ist nicht markiert, oder keine der geprüften Änderungen "
            "bringt ihn in den Rahmen."
        ),
        "change": "Änderung",
        "level": "Stufe",
        "chance": "Wahrscheinlichkeit zu scheitern",
        "lift": "Übung",
        "sets": "Sätze",
        "missed": "misslungen",
        "flagged": "markiert",
        "right": "zu Recht",
        "unsaid": "nicht beurteilt",
        "patterns": "Was Warnungen, Fehlversuche und Schmerzen gemeinsam haben",
        "capacity": "Leistungsgrenze am Tag nach dem letzten Eintrag",
        "band": "{middle} ({low} bis {high})",
        "open": "lässt sich nicht sagen",
        "when": "wann",
        "set": "Satz",
        "best": "Bestes",
        "bests": "Bestes: {lift}",
        "new_best": "neues Bestes",
        "cause": "Ursache",
        "share": "Anteil",
        "evidence": "Belege",
        "bar": "geplant {planned}, möglich {low} bis {high}",
        "bar_clear": "geplant {planned}, im Rahmen bis {clear}, möglich {low} bis {high}",
        "counted": (
            "Markiert: VORSICHT oder schlimmer; zu Recht: nicht alles, wonach gefragt war, gelang; "
            "nicht beurteilt: UNKLAR."
        ),
    },
    # --- was sich nicht lesen ließ, und warum eine Eingabe nicht gilt ---
    "refusals": {
        "refused": "{where}: {got} passt nicht; erwartet: {wanted}",
        "is": "{where}: {got}; erwartet: {wanted}",
        "english": "auf Englisch: „{said}“",
        "row": "Zeile {row}",
        "cell": "Zeile {row}, Spalte {column}",
    },
    # --- die Befehlszeile ---
    "command": {
        "demo": "Ein Log mit {sets} Sätzen, und viermal Kreuzheben, geplant für den {date}:",
        "demo_warm_up": "ein Aufwärmsatz",
        "demo_usual": "ein gewöhnlicher schwerer Satz",
        "demo_ambitious": "ein ehrgeiziger",
        "demo_too_much": "zu viel",
        "read": "Gelesen: {sets} Sätze von {app}; die Lasten sind in {unit} ({evidence}).",
        "read_short": "Gelesen: {sets} Sätze von {app}.",
        "asked_for": "Gefragt für {when}; die Lasten sind in {unit} ({evidence}).",
        "cut": "Was ab {when} im Log steht, wurde nicht angesehen.",
        "kilograms": "{load} ist als Kilogramm verstanden; {load}lb wären Pfund.",
        "ends": "Das Log endet am {date}; --at end fragt für den Tag danach.",
        "in_the_log": "Im Log: {some}; report zeigt sie.",
        "not_understood": "1 nicht verstandene Zeile|{n} nicht verstandene Zeilen",
        "doubtful": "1 Zweifel|{n} Zweifel",
        "other_name": (
            "{name!r} (1 Satz) ist vielleicht diese Übung unter anderem Namen: "
            '--join "{name}={lift}" zählt beide zusammen.|'
            "{name!r} ({n} Sätze) ist vielleicht diese Übung unter anderem Namen: "
            '--join "{name}={lift}" zählt beide zusammen.'
        ),
        "last": "Schwerster Satz vom letzten Tag: {what} am {date}.",
        "expected": (
            "Geplant mit RPE {planned}; etwa 1 Wiederholung bleibt voraussichtlich übrig, "
            "RPE {rpe}.|"
            "Geplant mit RPE {planned}; etwa {n} Wiederholungen bleiben voraussichtlich übrig, "
            "RPE {rpe}."
        ),
        "end_in_future": (
            "Der letzte Eintrag des Logs, {what} am {date}, liegt in der Zukunft: "
            "stimmt sein Datum?"
        ),
        "in_short": (
            "--lift NAME sagt alles zu einer Übung: das letzte Mal, was im Rahmen ist, Bestes und "
            "Aufwärmen."
        ),
        "last_missed": "Schwerster Satz vom letzten Tag: {what} am {date}, nicht geschafft.",
        "or": "Oder: {step}",
        "ramp": "Zum Aufwärmen: {sets}.",
        "ramp_to": "Zum Aufwärmen bis {load}: {sets}.",
        "clear_up_to": "Im Rahmen bis: {most}.",
        "usage": "Die Angaben sind nicht zu verstehen; auf Englisch: „{message}“ (--help zeigt die "
        "Optionen)",
        "no_option": "{option} ist keine Option von {command} (--help zeigt die Optionen)",
        "no_option_but": "{option} ist keine Option von {command}; vielleicht ist {near} gemeint "
        "(--help zeigt die Optionen)",
        "replayed": "{done} von {n} Einträgen nachgespielt",
        "none_lately": "Keine Übung kam zuletzt oft genug vor; --lift nennt eine.",
        "days_before": "In den Tagen davor:",
        "shortly_before": "Kurz davor heißt: bis zu {days} davor.",
        "next_time": "Beim nächsten Mal:",
        "times": "|, {n}-mal",
        "fails_between": "Wahrscheinlichkeit zu scheitern {least} bis {chance}",
        "fails": "Wahrscheinlichkeit zu scheitern {chance}",
        "problem": "Nicht eingeplant: {problem}",
        "far_above": (
            "Zweifelhaft: {what} ist mehr als das Doppelte des Meisten im Log, {most}; "
            "stimmt die Einheit?"
        ),
        "no_lift_known": (
            "1 Name meint keine bekannte Übung ({sets}), und nichts wird angenommen.|"
            "{n} Namen meinen keine bekannte Übung ({sets}), und nichts wird angenommen."
        ),
        "may_be": "{name!r} ({sets}) meint vielleicht {near}",
        "named": "{name!r} ({sets})",
        "join": 'wo das stimmt, zählt --join "NAME=ÜBUNG" beide zusammen',
        "sets": "1 Satz|{n} Sätze",
        "doubt": "Zweifelhaft: {doubt}",
        "doubled": "--drop-doubles lässt weg, was kaum zweimal getan wurde",
        "more": "und {n} weitere; --json nennt alle",
        "capacity": "Möglich für eine Wiederholung am {when}, in neun von zehn Fällen:",
        "day_after": "Tag nach dem letzten Eintrag",
        "said_capacity": "{name}: {capacity}; {sets}, zuletzt {days} davor",
        "not_said": "{name}: lässt sich nicht sagen, {why}; {sets}, zuletzt {days} davor",
        "too_few": "zu wenige Sätze nahe der Grenze",
        "no_bodyweight": "ohne Körpergewicht",
        "clear_set": "im Rahmen für {reps}: {load}",
        "clear_after": "im Rahmen für {reps}: {load}, nach {ramp}",
        "band": "{middle} ({low} bis {high})",
        "long_ago": "Seit {days:dative} nicht gemacht: {lifts}.",
        "seldom": "Selten gemacht: {lifts}.",
        "no_sets": "keine Sätze",
        "past_year": (
            "Sätze der Hauptübungen im letzten Jahr, ab der sechsten Einheit einer Übung: {n}, "
            "davon {missed} misslungen."
        ),
        "would_have": (
            "Eine App, die vor jedem gefragt hätte, nach den geplanten oder sonst den gemachten "
            "Wiederholungen, hätte gesagt"
        ),
        "level_before": "{level}: {sets}, davon nicht ganz gelungen: {n}",
        "warnings": "Die Warnungen dieser App, die sichersten zuerst, und was daraus wurde:",
    },
    # --- Zweifel an einem Log ---
    "doubts": {
        "unit": (
            "{what} {when}: {load}, wo {usual_load} üblich sind, als wären Kilogramm und Pfund "
            "vertauscht."
        ),
        "tenfold": (
            "{what} {when}: {load}, wo {usual_load} üblich sind, als wäre eine Null oder ein Komma "
            "verrutscht."
        ),
        "jump": "{what} {when}: {load}, weit über dem bisher besten Wert von {usual_load}.",
        "reps": (
            "{what} {when}: {reps} Wiederholungen, wo an allen anderen Tagen {usual_reps} die "
            "meisten sind, als wäre eine Ziffer hineingerutscht."
        ),
        "duplicate": (
            "{what} {when}: 1 Satz steht doppelt im Log.|"
            "{what} {when}: {n} Sätze stehen doppelt im Log."
        ),
        "overlap": (
            "Alle {training_days} Trainingstage {when} stehen doppelt im Log, {n} Sätze zu "
            "viel, als überschnitten sich zwei Dateien."
        ),
        "future": (
            "1 Eintrag liegt in der Zukunft, am {last}.|"
            "{n} Einträge liegen in der Zukunft, bis zum {last}."
        ),
        "unmarked_warm_ups": (
            "1 leichter Satz vor dem schwersten eines Tages ist nicht als Aufwärmsatz markiert.|"
            "{n} leichte Sätze vor dem schwersten eines Tages sind nicht als Aufwärmsätze markiert."
        ),
        "same_rpe": "{n} von {rated} bewerteten Sätzen haben dieselbe RPE von {rpe}.",
        "gap": "Zwischen dem {first} und dem {last} steht kein Satz im Log: {days}.",
    },
    "doubt_parts": {
        "lifts": "1 Übung|{n} Übungen",
        "on": "am {first}",
        "between": "vom {first} bis zum {last}",
    },
    "effects": {
        "moves_belief": "Das hat die Schätzung der Leistungsgrenze verschoben.",
        "ignored_by_belief": "Das hat die Schätzung der Leistungsgrenze kaum verschoben.",
        "counts_twice": "Was das ermüdet und über die Leistungsgrenze sagt, zählt doppelt.",
        "time_wrong": "Für einen Tag vor dem spätesten davon lässt sich kein Satz beurteilen.",
        "read_as_light": "Als leichte Sätze gelesen, verschieben sie eine Vorhersage kaum.",
        "taken_as_said": (
            "Bewertungen werden beim Wort genommen; diese können eine Vorhersage verfälschen."
        ),
        "widens_belief": "Die ersten Vorhersagen danach sind weniger sicher.",
        "answers_unknown": "Die ersten Vorhersagen danach sind zu offen für ein Urteil.",
    },
    "doubt_steps": {
        "unit": "Diese Lasten oder ihre Einheit in der App berichtigen und neu exportieren.",
        "tenfold": "Diese Lasten in der App berichtigen und neu exportieren.",
        "jump": "Wenn es so war, bleibt es; sonst die Last in der App berichtigen.",
        "reps": "Diese Wiederholungen in der App berichtigen und neu exportieren.",
        "duplicate": "Je einen von beiden in der App löschen, wenn nicht beide gemacht wurden.",
        "overlap": "Eine der Dateien weglassen oder die doppelten Tage löschen.",
        "future": "Das Datum in der App berichtigen und neu exportieren.",
        "unmarked_warm_ups": (
            "Aufwärmsätze ab jetzt als solche eintragen; die meisten Apps haben eine Satzart dafür."
        ),
        "same_rpe": "Jeden Satz so bewerten, wie er sich anfühlte, oder die Bewertung weglassen.",
        "gap": "Wenn dazwischen trainiert wurde, nachtragen; sonst bleibt es.",
    },
    # --- die Seite eines Berichts ---
    "page": {
        "wrote": "{file} geschrieben",
        "title": "Trainingsbericht",
        "lead": "{sets} von {first} bis {last}, aus der Datei {file}.",
        "no_sets": "Keine Sätze, aus der Datei {file}.",
        "foot": (
            "All dies sagt, was die Aufzeichnungen stützen, und sonst nichts. "
            "Wo sie nicht reichen, steht es da; es heißt nie, dass alles gut ist."
        ),
        "details": "{what}: die Zahlen",
        # was gelesen wurde
        "read": "Was gelesen wurde",
        "own_units": (
            "Jede Übung steht in der Einheit ihrer jüngsten Lasten, ein genannter Satz in seiner "
            "eigenen."
        ),
        "asked_unit": "Alle Lasten stehen in {unit}, wie gewünscht.",
        "skipped": "{n} x {reason}",
        "problems": "1 Zeile wurde nicht verstanden|{n} Zeilen wurden nicht verstanden",
        # Grenzen
        "ceilings": "Was am {date} möglich ist",
        "ceilings_lead": (
            "Leistungsgrenze für eine Wiederholung am {when}, neunmal von "
            "zehn zwischen den beiden Enden; dazu das Höchste, was für einige Wiederholungen im "
            "Rahmen ist, nach den Sätzen, die dazu hinführen."
        ),
        "between": "{low} bis {high}",
        "clear": "Im Rahmen für {reps}: {load}",
        "no_clear": "Keine Last ist für {reps} im Rahmen.",
        "ramp": "Davor: {sets}.",
        "ramp_set": "{load} x {reps}",
        "done": "{sets}, zuletzt {days} davor",
        "ramp_picture": "Aufwärmen: {lift}",
        "ramp_says": "Laststufen: {sets}.",
        "unsaid": "Was sich nicht sagen lässt",
        # im Lauf der Zeit
        "time": "Leistungsgrenzen im letzten Jahr",
        "time_lead": (
            "Das Band enthält die Leistungsgrenze für eine Wiederholung neunmal von zehn, vor dem "
            "ersten Satz eines Tages; es fehlt, wo zu wenig bekannt ist. Sätze werden ab der "
            "sechsten Einheit einer Übung beurteilt, als hätte eine App kurz davor gefragt, nach "
            "den geplanten oder sonst den gemachten Wiederholungen."
        ),
        "capacity": "Leistungsgrenze, neun von zehn",
        "set": "Satz",
        "missed": "misslungen",
        "over_time": "{lift} im Lauf der Zeit",
        "track_says": (
            "Lasten in {unit} von {first} bis {last}: {sets}, davon {missed} misslungen und "
            "{flagged} markiert. {band}"
        ),
        "band_says": "Die Leistungsgrenze war anfangs {before} und ist am Ende {now}.",
        "no_band": "Die Leistungsgrenze ließ sich nicht sagen.",
        "not_drawn": (
            "1 Übung mit weniger Sätzen ist nicht gezeichnet.|"
            "{n} Übungen mit weniger Sätzen sind nicht gezeichnet."
        ),
        "judged": (
            "1 Satz wurde beurteilt, {missed} misslungen.|"
            "{n} Sätze wurden beurteilt, {missed} misslungen."
        ),
        "level": "davor gesagt",
        "not_all_up": "nicht alle gelungen",
        "warnings": "1 Warnung, und was kam|{n} Warnungen, die sichersten zuerst, und was kam",
        "none_flagged": "Nichts wäre markiert worden.",
        # Ursachen
        "causes": "Ursachen der Warnungen, nach Wochen",
        "causes_lead": (
            "Welchen Anteil jede Ursache an dem hatte, was die markierten Sätze einer Woche zu "
            "viel machte. Wochen ohne einen solchen Satz sind leer."
        ),
        "causes_says": "In 1 Woche mit Warnungen: {shares}.|In {n} Wochen mit Warnungen: {shares}.",
        "causes_share": "{cause} im Mittel {share}",
        "week": "Woche ab",
        "no_causes": "Kein Satz war wegen seiner Last markiert; es gibt nichts aufzuteilen.",
        # Ermüdung
        "fatigue": "Ermüdung nach Körperbereichen",
        "fatigue_lead": (
            "Was eine Übung, die den Bereich voll belastet, an Leistung verlöre: gleich nach dem "
            "letzten Eintrag und am {date}."
        ),
        "after_last": "nach dem letzten Eintrag",
        "then": "am {date}",
        "lost_says": "{region} {then} Prozent, gleich nach dem letzten Eintrag {last}",
        "region": "Bereich",
        "no_fatigue": "Keine Arbeit, von der man sich erholen müsste.",
        # Zweifel
        "doubts": "Was am Log zweifelhaft ist",
        "no_doubts": "Nichts ist aufgefallen.",
        "error": "Kaum möglich",
        "question": "Zu klären",
        "note": "Gut zu wissen",
        # eigene Ergebnisse
        "outcomes": "Wie gut die Wahrscheinlichkeiten hier waren",
        "outcomes_lead": (
            "Jede Wahrscheinlichkeit stand vor dem Satz fest, nach dem, was da bekannt war. Es "
            "zählen Kreuzheben, Kniebeugen und Bankdrücken mit der Langhantel."
        ),
        "no_outcomes": "Noch gibt es keinen Satz, an dem zu messen wäre.",
        "plans": "Pläne, die im Log stehen",
        "singles": "Ob die Hantel einmal hochgeht",
        "plans_counts": (
            "Von 1 geplanten Satz blieben {missed} zurück; zu erwarten waren {expected}.|"
            "Von {n} geplanten Sätzen blieben {missed} zurück; zu erwarten waren {expected}."
        ),
        "singles_counts": (
            "Von 1 Satz ab der sechsten Einheit einer Übung ging {missed} nicht einmal hoch; zu "
            "erwarten waren {expected}.|"
            "Von {n} Sätzen ab der sechsten Einheit einer Übung gingen {missed} nicht einmal hoch; "
            "zu erwarten waren {expected}."
        ),
        "as_said": "So oft wie gesagt, soweit der Zufall es erkennen lässt.",
        "more_failed": "Öfter als gesagt, und öfter, als der Zufall erklärt.",
        "fewer_failed": "Seltener als gesagt, und seltener, als der Zufall erklärt.",
        "none_failed": (
            "Kein Fehlversuch ist eingetragen; ob die Wahrscheinlichkeiten stimmen, lässt sich so "
            "nicht sagen: Viele Logs lassen Fehlversuche weg."
        ),
        "outcomes_says": "Gesagt und eingetreten, in Prozent: {rows}.",
        "outcomes_row": "{said} gesagt, {came} eingetreten bei {n}",
        "chance_said": "gesagt",
        "mean_said": "im Mittel",
        "came": "eingetreten",
        "range": "neun von zehn",
        "percent_axis": "gesagte Wahrscheinlichkeit [%]",
        "percent_came": "misslungen [%]",
    },
}
"""Texts by group and code."""

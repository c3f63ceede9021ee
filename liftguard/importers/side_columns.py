"""
Columns that may stand beside the sets of any table, whatever app wrote it or nobody did.

Exertion, bar speed, rest, bodyweight, hours, durations, equipment, help, outcomes, and who
lifted: their names in many languages. An app's own names come first.

Reason to change: another such column, or another word for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from liftguard.importers.outcome_words import COLUMNS, folded
from liftguard.importers.planned_columns import PLANNED_REPS

__all__ = ["field_beside", "unit_in"]

_NAMES = {
    "rpe": """
    rpe, rpe 1 10, rpe 10, actual rpe, set rpe, exertion, perceived exertion,
    rating of perceived exertion, rate of perceived exertion, rpe value, rpe score, reported rpe,
    belastungsempfinden, anstrengung, anstrengungsgrad, esfuerzo percibido, esfuerzo, pse,
    esforço percebido, esforço, effort perçu, effort ressenti, sforzo percepito, sforzo,
    ervaren inspanning, ansträngning, anstrengelse, odczuwalny wysiłek, рпе,
    воспринимаемая нагрузка, algılanan zorluk, 主观强度, 自覚的運動強度, 운동자각도
    """,
    "rir": """
    rir, actual rir, reps in reserve, repetitions in reserve, reps left, reps left in the tank,
    in reserve, in the tank, rir value, wiederholungen in reserve, wdh in reserve, reserve wdh,
    repeticiones en reserva, reps en reserva, repetições em reserva, reps em reserva,
    répétitions en réserve, reps en réserve, ripetizioni in riserva, reps in riserva,
    herhalingen in reserve, reps kvar, powtórzenia w zapasie, повторы в запасе,
    повторений в запасе, yedekteki tekrar, 保留次数, 余力回数
    """,
    "velocity": """
    velocity, mean velocity, average velocity, avg velocity, mean concentric velocity,
    average concentric velocity, mcv, acv, mean bar velocity, bar velocity, bar speed,
    mean bar speed, average bar speed, mean speed, avg speed, speed, mean vel, avg vel,
    concentric velocity, first rep velocity, velocity first rep, mean velocity ms,
    mean velocity m s, avg velocity ms, velocity ms, geschwindigkeit, mittlere geschwindigkeit,
    hantelgeschwindigkeit, velocidad, velocidad media, velocidade, velocidade média, vitesse,
    vitesse moyenne, velocità, velocità media, snelheid, gemiddelde snelheid, hastighet,
    medelhastighet, prędkość, średnia prędkość, скорость, средняя скорость, hız, ortalama hız,
    速度, 平均速度, 속도, 평균 속도, mean velocity m s
    """,
    "rest": """
    rest, rest time, rest period, rest s, rest sec, rest secs, rest seconds, rest min, rest mins,
    rest minutes, rest ms, rest timer, rest interval, rest duration, rest before, rest taken,
    rest time s, rest time sec, rest time seconds, rest time min, rest time minutes, rest time ms,
    rest duration ms, rest duration s, inter set rest, recovery time, pause, pausenzeit,
    pausendauer, satzpause, pause s, pause sek, pause min, descanso, tiempo de descanso,
    tempo de descanso, pausa, intervalo, repos, temps de repos, récupération, temps de récup,
    récup, riposo, recupero, tempo di recupero, rust, rusttijd, vila, vilotid, hvile, hviletid,
    przerwa, czas przerwy, odpoczynek, odpočinek, pihenő, pihenőidő, отдых, время отдыха,
    відпочинок, dinlenme, dinlenme süresi, 休息, 休息时间, 休憩, レスト, インターバル, 휴식,
    휴식 시간
    """,
    "weighed": """
    bodyweight, body weight, body weight kg, body weight lb, body weight lbs, bodyweight kg,
    bodyweight lb, bodyweight lbs, bw, my weight, body mass, weight of body, körpergewicht,
    koerpergewicht, peso corporal, peso del cuerpo, peso do corpo, poids du corps, poids de corps,
    poids corporel, peso corporeo, lichaamsgewicht, kroppsvikt, kroppsvekt, kropsvægt, paino,
    kehonpaino, masa ciała, waga ciała, tělesná hmotnost, testsúly, вес тела, масса тела,
    вага тіла, vücut ağırlığı, 体重, 體重, 체중, 몸무게
    """,
    "hour": """
    time of day, start time, start, started, clock, clock time, session time, workout time,
    training time, uhrzeit, startzeit, beginn, hora, hora de inicio, hora início, hora de início,
    heure, heure de début, ora, orario, ora inizio, tijdstip, starttijd, klockslag, klocka,
    klokkeslett, godzina, čas začátku, időpont, время начала, початок, saat, 开始时间, 開始時刻,
    時刻, 시작 시간, 시각
    """,
    "hour_or_span": """
    time, zeit, tiempo, temps, tempo, tijd, tid, aika, czas, čas, idő, время, час, zaman, 时间,
    時間, 시간
    """,
    "seconds": """
    duration, duration s, duration sec, duration seconds, duration min, duration minutes,
    duration ms, seconds, secs, sec, set duration, set time, time s, time sec, time seconds,
    time under load, hold, hold time, hold s, timed, elapsed, dauer, dauer s, sekunden, haltezeit,
    duración, segundos, duração, durée, secondes, durata, secondi, duur, seconden, varaktighet,
    sekunder, varighet, varighed, kesto, czas trwania, sekundy, trvání, időtartam, másodperc,
    длительность, продолжительность, секунды, тривалість, секунди, süre, saniye, 时长, 秒, 秒数,
    持续时间, 시간 초, 초
    """,
    "distance": """
    distance, distance m, distance km, distance mi, distance meters, distance miles, metres,
    meters, distanz, strecke, entfernung, distancia, distância, distanza, afstand, distans,
    sträcka, avstand, matka, dystans, odległość, vzdálenost, távolság, дистанция, расстояние,
    дистанція, mesafe, 距离, 距離, 거리
    """,
    "implement": """
    equipment, equipment type, implement, implements, equipment used, gerät, ausrüstung,
    trainingsgerät, equipamiento, equipo, equipamento, aparelho, matériel, équipement, attrezzo,
    attrezzatura, materiaal, apparaat, utrustning, redskap, utstyr, udstyr, sprzęt, vybavení,
    eszköz, оборудование, снаряд, инвентарь, обладнання, ekipman, 器械, 器材, 器具, 장비
    """,
    "assist": """
    assist, assist kg, assist lb, assist lbs, assistance, assistance kg, assistance lb,
    assisted by, assist weight, assistance weight, counterweight, help, help kg, unterstützung,
    hilfe, gegengewicht, asistencia, ayuda, assistência, assistenza, aiuto, aide, contrepoids,
    ondersteuning, hjälp, hjelp, hjælp, wspomaganie, помощь, противовес, yardım, 辅助重量,
    補助重量
    """,
    "target": ",".join(PLANNED_REPS),
}
_FIELDS = {
    folded(name): field
    for field, names in reversed(_NAMES.items())
    for name in names.replace("\n", " ").split(",")
}
_UNITS = {
    word: unit
    for unit, words in (
        ("ms", "ms milliseconds msec millis"),
        ("s", "s sec secs second seconds sek sekunden segundos secondes secondi sekunder"),
        ("min", "min mins minute minutes minuten minutos minuti"),
        ("h", "h hr hrs hour hours std"),
        ("kg", "kg kgs kilo kilos kilogram kilograms"),
        ("lb", "lb lbs pound pounds"),
        ("m/s", "m/s mps"),
        ("cm/s", "cm/s cmps"),
        ("mm/s", "mm/s mmps"),
    )
    for word in words.split()
}
_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_PARTS = re.compile(r"[^A-Za-z/]+|(?<=[a-z])(?=[A-Z])")
_LONGEST = 60  # letters of a column's name


@lru_cache(maxsize=4096)
def field_beside(header: str) -> str | None:
    """Give our word for a column that may stand in any table; None for any other."""
    word = folded(header)
    return _FIELDS.get(word) or COLUMNS.get(word)


def unit_in(header: str) -> str | None:
    """Read the unit that stands in the name of a column: "Rest (min)", "rest_s", "restMs"."""
    short = header[:_LONGEST]
    told = [match[1].replace(" ", "") for match in _BRACKETS.finditer(short)]
    parts = _PARTS.split(_BRACKETS.sub("", short).strip())
    words = (*told, "/".join(parts[-2:]), *parts[-1:])  # of "velocity_m_s" m/s, and not s
    return next((_UNITS[one.casefold()] for one in words if one.casefold() in _UNITS), None)

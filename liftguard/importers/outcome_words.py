"""
What lifters write where they say whether a set went up: names of columns, and words in cells.

In the languages that names of lifts are read in. A word that means two things, such as
"failure" (it failed, or was taken to failure), stands where what is known of logs puts it.

Reason to change: another word for a lift that went up, that was missed, or that was not tried.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["COLUMNS", "CROSSES", "MADE", "MISSED", "NO", "UNDONE", "UNFINISHED", "YES", "folded"]

_NOTED = re.compile(r"[(\[{].*?[)\]}]")
_LONGEST = 60  # letters of a word or of a column's name


def folded(text: str) -> str:
    """Reduce a text to its letters, digits and signs, without case, accents and brackets."""
    if len(text) > _LONGEST:
        return ""
    parts = unicodedata.normalize("NFKD", _NOTED.sub("", text).casefold())
    return "".join(
        one for one in parts if one.isalnum() or unicodedata.category(one) in ("So", "Sm")
    )


def _words(table: str) -> frozenset[str]:
    return frozenset(filter(None, map(folded, table.replace("\n", " ").split(","))))


_MADE_COLUMNS = """
    success, successful, succeeded, made, made it, made lift, good, good lift, good lifts, lifted,
    pass, passed, hit, valid, went up, all reps made, made all reps, made all, is success,
    was successful, is made, is good, erfolg, erfolgreich, geschafft, gelungen, gueltig, gültig,
    gut, gültiger versuch, réussi, réussie, réussite, succès, validé, validée, bon essai, éxito,
    exitoso, exitosa, logrado, lograda, conseguido, conseguida, válido, válida, levantado,
    acierto, sucesso, bem sucedido, bem sucedida, acertou, concluído com sucesso, riuscito,
    riuscita, successo, valido, valida, prova valida, gelukt, geslaagd, succes, geldig, lyckad,
    lyckades, lyckat, godkänd, godkänt, klarade, klarat, vellykket, lyktes, godkjent, godkendt,
    onnistui, onnistunut, hyväksytty, udane, udana, udany, zaliczone, zaliczona, zaliczony,
    sukces, powodzenie, úspěch, úspěšný, úspěšně, zvládnuto, platný, povedlo se, sikeres, siker,
    sikerült, érvényes, успех, успешно, удачно, удачная, удачный, взял, взято, взят, вес взят,
    поднял, поднято, засчитано, зачёт, зачет, успіх, успішно, вдало, вдала, піднято, зараховано,
    başarılı, başarı, başarıldı, geçerli, kaldırdı, 成功, 成功了, 举起, 舉起, 成功試技, 성공,
    성공함
"""
_FAILED_COLUMNS = """
    failed, fail, fails, missed, miss, no lift, no lifts, bad lift, is failed, is missed, is fail,
    was missed, was failed, did fail, failed lift, missed lift, failed attempt, missed attempt,
    failed set, missed set, invalid, fehlversuch, verfehlt, gescheitert, misslungen, missglückt,
    nicht geschafft, ungültig, ungueltig, fehlgeschlagen, raté, ratée, échoué, échouée, manqué,
    manquée, essai raté, nul, fallido, fallida, fallado, fallada, intento fallido, nulo, nula,
    fracaso, falhou, falhado, falhada, fracasso, tentativa falhada, fallito, fallita, mancato,
    mancata, sbagliato, sbagliata, nullo, nulla, prova nulla, mislukt, gemist, gefaald,
    niet gelukt, ongeldig, missad, missat, misslyckad, misslyckades, misslyckat, underkänd,
    underkänt, misset, mislyktes, mislykket, mislykkedes, underkjent, underkendt, ikke godkjent,
    epäonnistui, epäonnistunut, hylätty, nieudane, nieudana, nieudany, spalone, spalona, spalony,
    niezaliczone, niezaliczona, niezaliczony, porażka, neúspěch, neúspěšný, neúspěšně,
    nezvládnuto, neplatný, nepovedlo se, sikertelen, elrontott, elrontva, nem sikerült,
    érvénytelen, неудача, неудачно, неудачная, неудачный, не взял, не взято, не взят, не поднял,
    не засчитано, незачёт, незачет, провал, промах, невдача, невдало, невдала, не взято,
    не зараховано, başarısız, başarısızlık, kaçırdı, kaçırıldı, geçersiz, 失败, 失敗, 未成功,
    失敗試技, 실패, 실패함
"""
_RESULT_COLUMNS = """
    result, results, outcome, outcomes, success fail, made missed, made miss, hit miss, pass fail,
    success failure, good no lift, lift result, set result, attempt result, judgement, judgment,
    verdict, decision, lights, light, judges, referees, referee, ref lights, ergebnis, resultat,
    ausgang, wertung, erfolg misserfolg, lampen, résultat, issue, lumières, décision, resultado,
    luces, decisión, luzes, decisão, risultato, esito, luci, resultaat, uitslag, uitkomst, utfall,
    utfald, tulos, wynik, rezultat, výsledek, eredmény, результат, исход, решение, вынік, sonuç,
    karar, 结果, 結果, 成否, 判定, 裁判, 결과, 판정, 성공 여부, 성패
"""
_DONE_COLUMNS = """
    completed, complete, is completed, is complete, completed set, set completed, done, is done,
    set done, finished, is finished, ticked, checked, abgeschlossen, erledigt, fertig, gemacht,
    terminé, terminée, fait, faite, effectué, completado, completada, hecho, hecha, realizado,
    terminado, concluído, concluída, feito, feita, completato, completata, fatto, fatta, finito,
    voltooid, afgerond, gedaan, klaar, slutförd, klar, gjord, avklarad, fullført, ferdig, gjort,
    fuldført, færdig, tehty, valmis, suoritettu, ukończone, ukończona, wykonane, zrobione,
    dokončeno, hotovo, splněno, kész, befejezett, teljesített, elvégezve, выполнено, сделано,
    завершено, готово, виконано, зроблено, завершено, tamamlandı, yapıldı, bitti, 完成, 已完成,
    完了, 済, 완료, 완료됨
"""
_STATUS_COLUMNS = """
    status, set status, state, record status, template record status, zustand, statut, état,
    estado, stato, status serii, stan, stav, állapot, статус, состояние, durum, 状态, 狀態, 状況,
    상태
"""
_FAILURE_COLUMNS = """
    failure, to failure, taken to failure, is failure, muscle failure, versagen, muskelversagen,
    bis zum versagen, bis versagen, échec, à l échec, jusqu à l échec, fallo, al fallo, falla,
    fallo muscular, falha, até a falha, à falha, cedimento, a cedimento, falen, tot falen,
    failure set, do upadku, до отказа, отказ, до відмови, tükeniş, 力竭, 限界まで, 실패지점까지
"""
_COUNT_COLUMNS = """
    missed reps, failed reps, reps missed, reps failed, number of missed reps, misses,
    fehlwiederholungen, nicht geschaffte wdh, verfehlte wdh, répétitions ratées, reps ratées,
    repeticiones fallidas, repetições falhadas, ripetizioni fallite, ripetizioni mancate,
    mislukte herhalingen, missade reps, nieudane powtórzenia, неудачные повторения
"""

COLUMNS = {
    name: field
    for field, table in (
        ("failure", _FAILURE_COLUMNS),
        ("status", _STATUS_COLUMNS),
        ("done", _DONE_COLUMNS),
        ("result", _RESULT_COLUMNS),
        ("failed_reps", _COUNT_COLUMNS),
        ("failed", _FAILED_COLUMNS),
        ("made", _MADE_COLUMNS),
    )
    for name in _words(table)
}
"""Folded name of a column -> what it says; what its name asks is answered by yes and no."""

YES = _words(
    """
    yes, y, true, 1, t, on, ok, okay, yep, ja, j, wahr, oui, o, vrai, sí, si, s, verdadero, sim,
    verdadeiro, sì, vero, waar, sant, sann, sand, tak, prawda, ano, pravda, igen, igaz, kyllä,
    tosi, да, истина, так, правда, evet, doğru, 是, 对, 對, 真, はい, 예, 네, 참, ✓, ✔, ☑, ✅, √,
    ◯, 〇, ○
    """
)
"""They answer what the name of the column asks; a tick does."""

NO = _words(
    """
    no, n, false, 0, off, nope, nein, falsch, non, faux, falso, não, nao, nee, onwaar, nej, nei,
    falskt, falsk, usann, nie, fałsz, ne, nepravda, nem, hamis, ei, epätosi, нет, ложь, ні,
    хибність, hayır, yanlış, 否, 不, 假, いいえ, 아니오, 아니요, 거짓, ☐, □
    """
)

CROSSES = _words("x, ✗, ✘, ❌, ✕, ✖, ×, х")
"""In a column that asks for misses they mark one; elsewhere the other marks of it tell."""

MADE = (
    _words(_MADE_COLUMNS)
    | _words(_DONE_COLUMNS)
    | _words(
        """
    white, whites, white lights, weiß, weiss, blanc, blanche, blanco, blanca, branco, branca,
    bianco, bianca, wit, vit, hvit, hvid, valkoinen, biały, biała, bílá, fehér, белый, белая,
    beyaz, 白, 흰색, pr, pb, record, personal record, new pr, successfully, no miss, not missed,
    not failed, 3 whites, 2 whites, 3 white lights, 2 white lights, www, wwr, wrw, rww, gl
    """
    )
)
MISSED = _words(_FAILED_COLUMNS) | _words(
    """
    f, failure, nl, red, reds, red light, red lights, bomb, bombed, bomb out, not made, not good,
    unsuccessful, not lifted, did not go up, didnt go up, no rep, norep, dropped, misses, no good,
    rot, rouge, rojo, roja, vermelho, vermelha, rosso, rossa, rood, röd, rød, punainen, czerwone,
    czerwony, červená, piros, красный, красная, kırmızı, 红, 紅, 赤, 빨강, versagt, échec, fallo,
    falha, falla, misserfolg, insuccesso, fiasko, отказ, 3 reds, 2 reds, 3 red lights,
    2 red lights, rrr, rrw, rwr, wrr
    """
)
UNDONE = _words(
    """
    skipped, skip, planned, plan, not done, not started, notstarted, pending, scheduled, to do,
    todo, open, upcoming, cancelled, canceled, deleted, ausgelassen, geplant, offen, übersprungen,
    ausstehend, saltado, saltada, omitido, omitida, planificado, planificada, pendiente, sauté,
    sautée, ignoré, prévu, prévue, en attente, saltato, saltata, pianificato, previsto, pulado,
    pulada, planejado, planejada, pendente, overgeslagen, gepland, hoppades över, planerad,
    hoppet over, planlagt, sprunget over, suunniteltu, ohitettu, pominięte, pominięta,
    zaplanowane, přeskočeno, plánováno, kihagyva, tervezett, пропущено, запланировано, не начато,
    заплановано, atlandı, planlandı, 跳过, 跳過, 计划, 計劃, スキップ, 予定, 건너뜀, 예정
    """
)
UNFINISHED = _words(
    """
    not completed, not complete, incomplete, uncompleted, unfinished, not finished, not ticked,
    nicht abgeschlossen, unvollständig, nicht fertig, nicht erledigt, non terminé, incomplet,
    no completado, no completada, incompleto, incompleta, não concluído, não completado,
    non completato, niet voltooid, onvolledig, ej klar, ofullständig, ikke fullført,
    ikke fuldført, kesken, nieukończone, nieukończona, nedokončeno, befejezetlen, не выполнено,
    не завершено, не виконано, tamamlanmadı, 未完成, 未完了, 미완료
    """
)

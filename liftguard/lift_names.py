"""
How the name of a lift is read: words of many languages become a set of plain meanings.

A name is folded (case, accents, punctuation, plurals), its words and phrases are looked
up in `MEANINGS`, and what is left is a set: order does not matter, and a word that nobody
knows stays in the set as itself, so that nothing is taken for what it only resembles.

Reason to change: a word, a language or an app's way of writing names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["MEANINGS", "NAMES", "read_words"]

_EMPTY_WORDS = """
    a al alla an and at au aux avec com con da de del della des di do du e el em en for from
    grip griff agarre pegada presa prise i il ile in la las le les lo los met mit na no o of off
    on op par su the to una w with y ze в и на с со の
"""
"""Words between words, in any language; they change no meaning."""

# What the phrases mean. A meaning is one or more plain words; the empty one says nothing
# about the lift (a belt, a drop set). The longest phrase wins, read from the left.
MEANINGS = {
    "": "belt, belted, beltless, gürtel, conventional, konventionell, konventionelles, "
    "conventionnel, convencional, convenzionale, conventionele, classic, clásico, classico, "
    "klassisch, klassisches, klassische, классическая, классический, klasyczny, 传统, "
    "コンベンショナル, standard, regular, normal, traditional, tradicional, full, drop set, "
    "full range motion, each side, exercise",
    # --- equipment
    "barbell": "barbell, bar, bb, olympic bar, olympic barbell, langhantel, lh, barre, barra, "
    "bilanciere, sztanga, sztangą, sztangi, штанга, штангой, штанги, 杠铃, バーベル, livre, "
    "stang, skivstång",
    "dumbbell": "dumbbell, dumbell, dumbel, db, kurzhantel, kurzhanteln, kh, haltère, mancuerna, "
    "haltere, manubrio, manubri, hantel, hantlami, z hantlami, hantle, hantli, гантели, гантелей, "
    "гантелями, гантель, dambıl, 哑铃, ダンベル",
    "kettlebell": "kettlebell, kettle bell, kb, girya, гиря, гирей, гири, 壶铃, ケトルベル",
    "smith": "smith machine, smith, smithmaschine, smith maschine, multipower, multipresse, "
    "máquina smith, smith makinesi, смита, смит, тренажере смита, maszyna smitha, 史密斯, "
    "史密斯机, スミスマシン, スミス",
    "machine": "machine, maschine, macchina, máquina, makine, makinesi, maszyna, maszynie, "
    "тренажер, тренажере, 器械, マシン, lever, plate loaded, side plate loaded, selector, "
    "selectorized, converging, hammer strength, life fitness, lifefitness, technogym, panatta, "
    "cybex, nautilus, precor, matrix, mts, booty builder",
    "cable": "cable, kabel, kabelzug, poulie, polea, cabo, polia, cavo, cavi, wyciąg, wyciągu, "
    "блок, блоке, 绳索, ケーブル, free motion station",
    "ez-bar": "ez bar, e z bar, ez, ezbar, ez curl bar, curl bar, sz stange, sz hantel, barra z, "
    "ez杆",
    "trap-bar": "trap bar, trapbar, hex bar, hexbar, hexagonal bar, hexagonal, barra hexagonal, "
    "barre hexagonale, hexagonale, barra esagonale, 六角杠, 六角杠铃, トラップバー, трэп гриф, "
    "трэп грифом",
    "football-bar": "football bar, swiss bar, multi grip bar",
    "safety-bar": "safety bar, safety squat bar, ssb",
    "safety-bar squat": "safety squat, safety bar squat",
    "thick": "thick, thick bar, thick barbell, fat bar, axle, axle bar",
    "t-bar": "t bar, tbar, barra t, barre t, t杆, tバー",
    "v-bar": "v bar, v handle, v",
    "band": "band, banded, resistance band, green band, purple band, red band, blue band, "
    "black band, widerstandsband, élastique, banda elástica, elástico, elastico, 弹力带, バンド",
    "chain": "chain, ketten, kette, chaîne, cadena, corrente, catene, цепями, łańcuchami",
    "bodyweight": "bodyweight, body weight, bw, air, körpergewicht, eigengewicht, poids corps, "
    "peso corporal, corpo libero, 徒手, 自重",
    "weighted": "weighted, lastré, lastrada, lastrado, zavorrate, zavorrati, gewichtet, "
    "added weight, mit gewicht, peso, lesté, lestée, 负重, 加重",
    "assisted": "assisted, assist, unterstützt, asistida, assistida, assistite, 辅助, アシスト",
    "suspension": "suspension trainer, suspension, trx, ring",
    # --- manner
    "one-arm": "one arm, single arm, onearm, 1 arm, one armed, one hand, single hand, unilateral, "
    "single arm hand, einarmig, einarmiges, un bras, un brazo, um braço, un braccio, 单臂, "
    "ワンアーム, ワンハンド, одной рукой",
    "two-arm": "two arm, two, two hand, two handed, 2 arm",
    "single-leg": "single leg, one leg, one legged, single legged, 1 leg, einbeinig, einbeiniges, "
    "una pierna, uma perna, una gamba, une jambe, 单腿, シングルレッグ, 片足",
    "alternating": "alternating, alternate, abwechselnd",
    "standing": "standing, stehend, stehendes, debout, pie, pé, piedi, 站姿, 站立, "
    "スタンディング, стоя, stojąc",
    "seated": "seated, sitting, sitzend, sitzendes, assis, sentado, sentada, seduto, da seduto, "
    "坐姿, シーテッド, сидя, siedząc, zittend",
    "lying": "lying, laying, liegend, allongé, tumbado, acostado, deitado, sdraiato, 俯卧, лежа",
    "incline": "incline, inclined, schräg, schrägbank, incliné, inclinado, inclinada, inclinata, "
    "inclinato, eğimli, 上斜, インクライン, 15 degree, 30 degree, 45 degree, 60 degree",
    "decline": "decline, declined, negativ, décliné, declinado, declinada, declinata, declinato, "
    "下斜, デクライン",
    "incline bench": "schrägbankdrücken, schraegbankdruecken, schuine bank, wyciskanie skos, "
    "жим наклонной скамье, жим лежа наклонной скамье, ławce skośnej",
    "decline bench": "negativbankdrücken, schrägbankdrücken negativ",
    "flat": "flat, flach, plano, reto, horizontal, płaskiej, poziomej, 平板, フラット",
    "close": "close, narrow, eng, enger, enges, serré, prise serrée, serrée, cerrado, fechada, "
    "fechado, stretta, wąsko, wąskim chwytem, узким хватом, smal, 窄距, ナロー",
    "wide": "wide, breit, breiter, weit, large, ancho, abierto, aberta, larga, szeroko, 宽距, "
    "ワイド, широким хватом",
    "neutral": "neutral, hammer, parallel, angled, neutre, neutro, martello, hammergriff",
    "underhand": "underhand, supinated, untergriff, supination",
    "overhand": "overhand, pronated, obergriff, pronation",
    "reverse": "reverse, reversed, reverso, inverso, inversa, inversé",
    "behind-neck": "behind neck, btn, behind head, nacken, nuque, tras nuca, trasnuca, "
    "atrás nuca, dietro, из за головы, 颈后",
    "behind-back": "behind back",
    "paused": "paused, pause, pausa, pausado, pausada, паузой, с паузой, pauzą, z pauzą, 暂停, "
    "ポーズ",
    "strict": "strict, strikt",
    "bent-over": "bent over, bentover, vorgebeugt, vorgebeugtes, vorgebeugte, penché, "
    "buste penché, curvada, curvado, 俯身, ベントオーバー, наклоне, opadzie, voorovergebogen",
    "chest-supported": "chest supported, supported, brustgestützt",
    "iso-lateral": "iso lateral, isolateral",
    "high-bar": "high bar, highbar, barra alta, 高杠, ハイバー",
    "low-bar": "low bar, lowbar, barra baja, barra baixa, barra bassa, 低杠, ローバー",
    "above-knee": "above knee",
    "block": "block, klotz, bloc, bloco, blocchi, плинтов, ブロック",
    "deficit": "deficit, defizit, déficit, дефицита, ямы, deficytu, z deficytu, デフィシット",
    "romanian": "romanian, rumanian, rumänisch, rumänisches, roumain, rumano, romeno, rumeno, "
    "rumuński, румынская, roemeense, romen, rumen, 罗马尼亚, ルーマニアン",
    "stiff-leg": "stiff leg, stiff legged, stiffleg, straight leg, straight legged, "
    "gestreckten beinen, gestreckte beine, jambes tendues, piernas rígidas, pernas rígidas, "
    "gambe tese, gestrekte benen, прямых ногах, prostych nogach, 直腿, スティッフレッグ, "
    "スティッフレッグド",
    "sumo": "sumo, 相扑, スモウ, スモー, сумо",
    "front": "front, frontal, frontale, avant, delantera, przedni, przednie, фронтальные, "
    "фронтальный, voor, 颈前, フロント",
    "back": "back, arrière, trasera, tylny, плечах, спине, barkach, plecach, バック",
    "bulgarian": "bulgarian, bulgarische, bulgare, búlgara, búlgaro, bulgaro, 保加利亚, "
    "ブルガリアン, болгарские, bułgarski",
    "split": "split, スプリット",
    "goblet": "goblet, gobelet, copa, 高脚杯, ゴブレット, кубковые",
    "hack": "hack, hacken, hackenschmidt, hackenschmitt, 哈克, ハック",
    "overhead": "overhead, over head, überkopf, over testa, 过头, 过顶, オーバーヘッド, "
    "70 degree, 75 degree, 80 degree, 85 degree",
    # --- the lift itself
    "deadlift": "deadlift, dead lift, dead, dl, kreuzheben, soulevé terre, sdt, peso muerto, "
    "levantamento terra, terra, stacco terra, stacco, stacchi, martwy ciąg, становая тяга, "
    "становая, тяга становая, yerden kaldırma, marklyft, markløft, maastaveto, 硬拉, 硬举, "
    "デッドリフト",
    "romanian deadlift": "rdl, румынская тяга, тяга румынская",
    "stiff-leg deadlift": "sldl, мертвая тяга",
    "sumo deadlift": "тяга сумо, sdl",
    "squat": "squat, kniebeuge, kniebeugen, sentadilla, agachamento, accosciata, przysiad, "
    "przysiady, приседания, приседание, присед, çömelme, kyykky, knäböj, knebøy, kniebuiging, "
    "深蹲, 蹲举, スクワット",
    "front squat": "前蹲, 颈前蹲",
    "belt-squat": "belt squat",
    "bench": "bench press, bench, bench pres, bankdrücken, bankdruecken, flachbankdrücken, "
    "bankdrukken, développé couché, press banca, press plano, supino, panca piana, panca, "
    "distensioni panca piana, distensioni panca, жим лежа, жим штанги лежа, wyciskanie leżąc, "
    "wyciskanie ławce, wyciskanie sztangi ławce, wyciskanie sztangi leżąc, ławce, bänkpress, "
    "benkpress, penkkipunnerrus, 卧推, ベンチプレス, ベンチ",
    "press": "press, drücken, développé, wyciskanie, жим, プレス",
    "overhead press": "overhead press, shoulder press, military press, shoulder military press, "
    "ohp, press militar, militar, schulterdrücken, schulterdruecken, développé militaire, "
    "développé épaules, press hombro, press hombros, desenvolvimento, desenvolvimento militar, "
    "desenvolvimento ombros, lento avanti, жим стоя, армейский жим, жим штанги стоя, "
    "wyciskanie żołnierskie, żołnierskie, omuz press, omuz presi, schouderdrukken, 推举, 肩推, "
    "肩上推举, ショルダープレス, オーバーヘッドプレス, ミリタリープレス",
    "push-press": "push press, push pres, 借力推举, プッシュプレス",
    "row": "row, rudern, remo, remada, rematore, wiosłowanie, 划船, ロウ",
    "bent-over row": "ベントオーバーロー, ベントオーバーロウ",
    "barbell row": "rowing barre, rowing barbell",
    "dumbbell row": "rowing haltère, ダンベルロー",
    "t-bar row": "rowing t bar, tバーロウ, tバーロー",
    "upright": "upright, aufrecht, aufrechtes",
    "good morning": "good morning, goodmorning, buenos días, bom dia, buongiorno, 早安式, "
    "グッドモーニング, гуд морнинг",
    "hyperextension": "back extension, hyperextension, hyper extension, weighted hyperextension, "
    "rückenstrecker, rückenstrecken, hiperextensión, hiperextensões, iperestensioni, "
    "extension lombaire, гиперэкстензия, prostowanie tułowia, 背伸展, 山羊挺身, "
    "バックエクステンション",
    "reverse hyperextension": "reverse hyper, reverse back extension, reverse hyperextension",
    "roman-chair": "roman chair, römischer stuhl",
    "pull-up": "pull up, pullup, klimmzug, klimmzüge, traction, dominada, barra fixa, trazioni, "
    "trazione, podciąganie, подтягивания, optrekken, barfiks, 引体向上, 懸垂, プルアップ",
    "chin-up": "chin up, chinup, chin, チンアップ",
    "dip": "dip, fondos, paralelas, barrenstütz, бруся, отжимания брусьях, 双杠臂屈伸, ディップス",
    "push-up": "push up, pushup, press up, pressup, liegestütz, liegestütze, pompes, flexiones, "
    "flexões, piegamenti, отжимания, pompki, şınav, opdrukken, 俯卧撑, 腕立て伏せ",
    "lunge": "lunge, ausfallschritt, ausfallschritte, fente, zancada, estocada, afundo, passada, "
    "affondo, affondi, wykrok, wykroki, выпады, 弓步, 箭步蹲, ランジ",
    "pulldown": "pulldown, pull down, latzug, latziehen, lat zug, tirage vertical, jalón, puxada, "
    "lat machine, тяга верхнего блока, 下拉, 高位下拉, ラットプルダウン",
    "pushdown": "pushdown, push down, pressdown, push downs",
    "skullcrusher": "skullcrusher, skull crusher",
    "fly": "fly, flye, flies, flyes, fliegende, écarté, apertura, crucifixo, croci, rozpiętki, "
    "разведение, 飞鸟, 夹胸, フライ",
    "crossover": "crossover, cross over",
    "lateral": "lateral, side lateral",
    "raise": "raise, heben, heber, 平举, レイズ",
    "lateral raise": "seitheben, élévation latérale, elevación lateral, elevação lateral, "
    "elevaciones laterales, alzate laterali, サイドレイズ, 侧平举",
    "curl": "curl, bicep curl, bizepscurl, bizeps curl, curl bíceps, rosca direta, curl bicipiti, "
    "arm curl, 弯举, 二头弯举, カール, アームカール",
    "tricep": "tricep, trizeps, tríceps, tricipiti",
    "leg press": "beinpresse, presse à cuisses, prensa piernas, prensa, leg pres, pressa, "
    "жим ногами, 腿举, 倒蹬, レッグプレス, beenpers",
    "leg extension": "beinstrecker, extension quadriceps, extensión piernas, cadeira extensora, "
    "腿屈伸, レッグエクステンション",
    "leg curl": "beinbeuger, curl femoral, mesa flexora, 腿弯举, レッグカール, hamstring curl",
    "calf raise": "calf raise, wadenheben, élévation mollets, elevación gemelos, panturrilha, "
    "提踵, カーフレイズ, calf extension, calf press, calf pressdown",
    "shrug": "shrug, schulterheben, encolhimento, encogimiento, scrollate, 耸肩, シュラッグ",
    "farmers-walk": "farmer walk, farmer carry, farmer carries, farmers walk, farmer carrie",
    "pec-deck": "pec deck, pec fly, butterfly, chest fly pec deck, fly pec deck",
    "face-pull": "face pull, facepull, フェイスプル",
    "inverted row": "inverted row let me up, australian pull up, bodyweight row",
    "hip thrust": "hip thrust, hüftstoß, hip thruster, 臀推, 臀冲, ヒップスラスト",
    "pull through": "pull through, pullthrough",
    "clean": "clean, umsetzen, épaulé, cargada, girata, 高翻, 翻站, クリーン, взятие грудь",
    "snatch": "snatch, reißen, arraché, arranque, arranco, strappo, рывок, 抓举, スナッチ",
    "clean jerk": "clean jerk, c j, umsetzen stoßen, épaulé jeté, dos tiempos, 挺举, толчок",
    "swing": "swing, スイング",
}

# Names whose words alone would not tell, or would tell too little. They add to the name
# that the key itself is.
NAMES = {
    "sumo_deadlift": "sumo",
    "stiff_leg_deadlift": "stiff, stiff deadlift",
    "rack_pull": "rack deadlift, pin pull, pin deadlift",
    "snatch_grip_rack_pull": "snatch grip rack deadlift",
    "block_deadlift": "block pull",
    "trap_bar_deadlift": "trap bar, hex bar",
    "single_leg_romanian_deadlift": "single leg romanian",
    "zercher_squat": "zercher",
    "safety_bar_squat": "ssb, safety bar back squat",
    "box_squat": "box back squat",
    "narrow_stance_squat": "close squat",
    "wide_stance_squat": "wide squat",
    "hack_squat": "hack machine",
    "bulgarian_split_squat": "bulgarian squat",
    "jump_squat": "jump squat toyotas",
    "incline_bench_press": "incline barbell press, incline barbell chest press",
    "decline_bench_press": "decline barbell press, decline barbell chest press",
    "close_grip_bench_press": "жим лежа узким хватом",
    "dumbbell_bench_press": "flat dumbbell press, dumbbell chest press, жим гантелей лежа, "
    "dumbbell press lying",
    "incline_dumbbell_bench_press": "incline dumbbell press, incline dumbbell chest press",
    "decline_dumbbell_bench_press": "decline dumbbell press, decline dumbbell chest press",
    "dumbbell_squeeze_press": "dumbbell squeeze bench press",
    "pin_bench_press": "pin press",
    "board_bench_press": "board press",
    "smith_bench_press": "smith chest press",
    "machine_chest_press": "chest press, machine bench press, horizontal chest press",
    "machine_incline_chest_press": "machine incline bench, incline chest press",
    "machine_decline_chest_press": "machine decline bench, decline chest press",
    "iso_lateral_chest_press": "iso lateral bench press",
    "overhead_press": "standing press, standing barbell press, strict press",
    "seated_overhead_press": "seated barbell press, seated press",
    "behind_the_neck_press": "behind neck overhead press",
    "seated_behind_the_neck_press": "seated behind neck overhead press",
    "snatch_grip_behind_the_neck_press": "klokov press, klokov overhead press",
    "bradford_press": "bradford overhead press",
    "dumbbell_overhead_press": "standing dumbbell press",
    "seated_dumbbell_overhead_press": "seated dumbbell press",
    "one_arm_dumbbell_overhead_press": "one-arm standing dumbbell press",
    "kettlebell_overhead_press": "kettlebell press",
    "double_kettlebell_overhead_press": "double kettlebell press",
    "seated_smith_overhead_press": "overhead smith seated",
    "machine_overhead_press": "machine seated press, machine vertical press",
    "barbell_row": "row, bent-over row, тяга штанги наклоне",
    "two_arm_dumbbell_row": "dumbbell bent-over row, тяга гантелей наклоне",
    "seated_cable_row": "seated row, cable row, tirage horizontal",
    "chest_supported_dumbbell_row": "chest supported incline dumbbell row, incline dumbbell row, "
    "incline dumbbell bench row",
    "machine_low_row": "low row",
    "machine_high_row": "high row",
    "iso_lateral_row": "iso lateral machine row",
    "bodyweight_squat": "squat bodyweight",
    "pull_through": "cable pull through",
    "dip": "chest dip, tricep dip, dip chest version, dip tricep version, neutral bar dip, "
    "neutral bar tricep dip",
    "assisted_dip": "assisted chest dip, assisted tricep dip",
    "machine_dip": "seated dip",
    "assisted_pull_up": "machine pull up",
    "neutral_grip_pull_up": "neutral chin up, v-bar pull up, neutral chin up pull up",
    "lat_pulldown": "pulldown, front pulldown, front lat pulldown",
    "straight_arm_pulldown": "straight arm pushdown, rope straight arm pulldown",
    "behind_neck_pulldown": "behind neck lat pulldown",
    "lateral_raise": "raise lateral",
    "single_leg_press": "single leg leg press",
    "single_leg_extension": "unilateral leg extension",
    "machine_leg_curl": "leg curl",
    "leg_press": "leg press incline",
    "leg_press_calf_raise": "calf raise seated leg press",
    "hip_abduction": "abductor",
    "hip_adduction": "adductor",
    "turkish_get_up": "turkish getup",
    "clean_pull": "deadlift clean pull",
    "one_arm_cable_row": "alternating cable row",
    "underhand_seated_cable_row": "underhand seated row",
    "machine_chest_fly": "pec deck, machine fly, machine pec deck fly",
    "machine_reverse_fly": "rear delt fly machine, rear delt reverse fly machine",
    "cable_fly": "cable crossover, cable fly crossover",
    "barbell_overhead_triceps_extension": "barbell overhead extension",
    "cable_overhead_triceps_extension": "cable overhead extension",
    "ez_bar_overhead_triceps_extension": "ez bar overhead extension",
    "skullcrusher": "barbell lying tricep extension, lying tricep extension",
    "ez_bar_skullcrusher": "ez bar lying tricep extension",
    "cable_triceps_pushdown": "tricep pushdown, rope pushdown, tricep pulldown",
    "clean_and_jerk": "jerk clean",
}

_APOSTROPHES = re.compile("['\u2019\u02bc`\u00b4]")  # before folding, which makes spaces of some
_ACCENT = re.compile("[\u0300-\u036f]")  # not the marks of Japanese, which make other sounds
_WORD = re.compile(r"[^\W_]+")
_SIZE = re.compile(r"\b\d+(?: \d+)? ?(?:kg|lb|cm|in|inch|zoll|hole)\b")
_PAUSE = re.compile(r"\b\d+ ?(?:ct|count|sec|second)\b")
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LONGEST_PHRASE = 6  # words; a test holds every phrase to it


def _fold(text: str) -> list[str]:
    """Split a text into lower-case words without accents, plurals, sizes or empty words."""
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", text)).casefold()
    plain = unicodedata.normalize("NFD", plain.replace("°", " degree ").replace("ı", "i"))
    plain = unicodedata.normalize("NFC", _ACCENT.sub("", plain))
    line = " ".join(_singular(word) for word in _WORD.findall(plain))
    line = _PAUSE.sub("paused", _SIZE.sub("", line))
    return [word for word in line.split() if word not in _EMPTY]


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give what each phrase means; made at the first name that is read."""
    return {
        tuple(_fold(phrase)): tuple(meaning.split())
        for meaning, phrases in MEANINGS.items()
        for phrase in phrases.split(", ")
    }


@cache
def _part() -> re.Pattern[str]:
    """Match the parts that may be written together: German compounds, scripts without spaces."""
    words = {word for phrase in _phrases() for word in phrase}
    parts = (word for word in words if len(word) > 3 or not word.isascii())
    return re.compile("|".join(sorted(parts, key=lambda part: (-len(part), part))))


def _parts(word: str) -> list[str]:
    """Take a compound word apart where every part of it is known."""
    parts = _part().findall(word)
    return parts if "".join(parts) == word else [word]


def read_words(text: str) -> frozenset[str]:
    """
    Read a name as the set of what its words mean.

    Parameters
    ----------
    text : str
        The name of a lift, in any known language and order of words.

    Returns
    -------
    frozenset of str
        Plain meanings; an unknown word stands for itself.

    Examples
    --------
    >>> sorted(read_words("Rumänisches Kreuzheben (Kurzhantel)"))
    ['deadlift', 'dumbbell', 'romanian']
    """
    words = [part for word in _fold(text) for part in _parts(word)]
    phrases = _phrases()
    found: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_PHRASE), start, -1):
            meaning = phrases.get(tuple(words[start:end]))
            if meaning is not None:
                found.extend(meaning)
                break
        else:
            end = start + 1
            found.append(words[start])
        start = end
    return frozenset(found)

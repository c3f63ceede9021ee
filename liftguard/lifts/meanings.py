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
from collections.abc import Callable
from functools import cache

__all__ = ["MEANINGS", "NAMES", "fold_words", "phrase_words", "read_words"]

_EMPTY_WORDS = """
    a ai al alla alle am an and at au auf aux avec com con da dai dal dalla de del della den der
    des desde dem di do du e el em en et for från from grip greep griff agarre pegada presa prise
    i il ile im in la las le les lo los med met mit na no o of off on op par på su sul sulla sur
    the to tutuş und vom von w with y ze zum zur в и из к на с со の
"""
"""Words between words, in any language; they change no meaning."""

# What the phrases mean. A meaning is one or more plain words; the empty one says nothing
# about the lift (a belt, a drop set). The longest phrase wins, read from the left.
MEANINGS = {
    "": "touch go, belt, belted, beltless, gürtel, conventional, konventionell, konventionelles, "
    "conventionnel, convencional, convenzionale, conventionele, classic, clásico, classico, "
    "klassisch, klassisches, klassische, классическая, классический, klasyczny, 传统, "
    "コンベンショナル, standard, regular, normal, traditional, tradicional, full, drop set, "
    "full range motion, each side, exercise, competition, comp, touch n go, tng, raw, strap, "
    "heavy, light, volume, top set, backoff, 5 3 1, 531, классика, 傳統, 屈腿, 컨벤셔널, "
    "klassieke, clásica, klasyczne, medium, powerlifting, speed, kg, lb, "
    "hagyományos, klasszikus, conv",
    # --- equipment
    "barbell": "barbell, bar, bb, olympic bar, olympic barbell, langhantel, lh, barre, barra, "
    "bilanciere, sztanga, sztangą, sztangi, штанга, штангой, штанги, 杠铃, バーベル, livre, stang, "
    "skivstång, halterstang, barra libre, libre barra, vektstang, 槓鈴, 바벨, штанге, "
    "rúddal, rúd, rudas, kétkezes, kétkezes súlyzóval, súlyzórúddal",
    "dumbbell": "dumbbell, dumbell, dumbel, db, kurzhantel, kurzhanteln, kh, haltère, mancuerna, "
    "haltere, manubrio, manubri, hantel, hantlami, z hantlami, hantle, hantli, гантели, гантелей, "
    "гантелями, гантель, dambıl, 哑铃, ダンベル, hantlar, hanteln, hantlem, hantla, sztangielka, "
    "sztangielki, sztangielek, sztangielkami, sztangielką, гантелью, 啞鈴, 덤벨, "
    "kézisúlyzó, kézisúlyzóval, kézisúlyzós, kézi súlyzó, kézi súlyzóval, kézi súlyzós, "
    "egykezes, egykezes súlyzó, egykezes súlyzóval, egykezessel",
    "kettlebell": "kettlebell, kettle bell, kb, girya, гиря, гирей, гири, 壶铃, ケトルベル, "
    "kugelhantel, pesa rusa, гирями, 壺鈴, 케틀벨, "
    "kettlebellel, girja, girjával",
    "smith": "smith machine, smith, smithmaschine, smith maschine, multipower, multipresse, "
    "máquina smith, smith makinesi, смита, смит, тренажере смита, maszyna smitha, 史密斯, "
    "史密斯机, スミスマシン, スミス, multipress, multi press, barre guidée, smithmaskin, "
    "smith makine, smith makinede, смите, машине смита, maszynie smitha, smitha, スミスマシーン, "
    "史密斯機, 스미스, 스미스 머신, suwnica smitha, suwnicy smitha, "
    "smith gép, smith gépen, smith keret, smith keretben, keretben",
    "machine": "machine, maschine, macchina, máquina, makine, makinesi, maszyna, maszynie, "
    "тренажер, тренажере, 器械, マシン, lever, plate loaded, side plate loaded, selector, "
    "selectorized, converging, diverging, hammer strength, life fitness, lifefitness, technogym, "
    "panatta, cybex, nautilus, precor, matrix, mts, booty builder, maskin, makinede, マシーン, "
    "機械, 머신, "
    "gép, gépen, géppel, gépes",
    "cable": "cable, kabel, kabelzug, poulie, polea, cabo, polia, cavo, cavi, wyciąg, wyciągu, "
    "блок, блоке, 绳索, ケーブル, free motion station, kablo, 繩索, 滑輪, 케이블, "
    "csiga, csigán, csigás, kábel, kábeles, kábelen, pulley",
    "ez-bar": "ez bar, e z bar, ez, ezbar, ez curl bar, curl bar, sz stange, sz hantel, barra z, "
    "ez杆, sz, barra ez, ezバー, ez槓, ez바, 이지바, "
    "franciarúd, franciarúddal, francia rúd, francia rúddal",
    "trap-bar": "trap bar, trapbar, hex bar, hexbar, hexagonal bar, hexagonal, barra hexagonal, "
    "barre hexagonale, hexagonale, barra esagonale, 六角杠, 六角杠铃, トラップバー, трэп гриф, "
    "трэп грифом, barra trap, barra hex, trapbarra, 陷阱杠, 陷阱槓, 六角槓, 六角槓鈴, "
    "ヘックスバー, ヘクスバー, 트랩바, 헥스바, трэп бар, трэп бара, трэп баром, трэп грифа",
    "football-bar": "football bar, swiss bar, multi grip bar",
    "safety-bar": "safety bar, safety squat bar, ssb, safetybar, 安全杠, 安全槓, セーフティバー, "
    "セーフティーバー, 세이프티바",
    "safety-bar squat": "safety squat, safety bar squat",
    "thick": "thick, thick bar, thick barbell, fat bar, axle, axle bar",
    "t-bar": "t bar, tbar, barra t, barre t, t杆, tバー, t杠, t槓, t바, т гриф, т грифа, "
    "t rudas, t rúd, t rúddal",
    "v-bar": "v bar, v handle, v",
    "band": "z gumami, band, banded, resistance band, green band, purple band, red band, "
    "blue band, black band, widerstandsband, élastique, banda elástica, elástico, elastico, "
    "弹力带, バンド, резиной, резинами, 彈力帶, 밴드",
    "chain": "chain, ketten, kette, chaîne, cadena, corrente, catene, цепями, łańcuchami, цепи, "
    "łańcuchem",
    "bodyweight": "bodyweight, body weight, bw, air, körpergewicht, eigengewicht, poids corps, "
    "peso corporal, corpo libero, 徒手, 自重, kroppsvikt, lichaamsgewicht, 맨몸, "
    "saját testsúly, saját testsúlyos, saját testsúllyal",
    "weighted": "weighted, lastré, lastrada, lastrado, zavorrate, zavorrati, gewichtet, "
    "added weight, mit gewicht, peso, lesté, lestée, 负重, 加重, "
    "wtd, plusz súllyal, súllyal",
    "assisted": "assisted, assist, unterstützt, asistida, assistida, assistite, 辅助, アシスト",
    "suspension": "suspension trainer, suspension, trx, ring",
    # --- manner
    "one-arm": "one arm, single arm, onearm, 1 arm, one armed, one hand, single hand, unilateral, "
    "single arm hand, einarmig, einarmiges, un bras, un brazo, um braço, un braccio, 单臂, "
    "ワンアーム, ワンハンド, одной рукой, jednorącz, enarms, 单手, 單手, 單臂, 원암, tek kol",
    "two-arm": "two arm, two, two hand, two handed, 2 arm",
    "single-leg": "single leg, one leg, one legged, single legged, 1 leg, einbeinig, einbeiniges, "
    "una pierna, uma perna, una gamba, une jambe, 单腿, シングルレッグ, 片足, одной ноге, "
    "jednej nodze, jednonóż, 單腿, 單腳, 单脚, 원레그, 싱글레그, tek bacak, "
    "egylábas, egy lábas, egy lábon",
    "alternating": "alternating, alternate, abwechselnd",
    "standing": "standing, stehend, stehendes, debout, pie, pé, piedi, 站姿, 站立, スタンディング, "
    "стоя, stojąc, stående, staand, ayakta, 스탠딩, "
    "álló, állva",
    "seated": "seated, sitting, sitzend, sitzendes, assis, sentado, sentada, seduto, da seduto, "
    "坐姿, シーテッド, сидя, siedząc, zittend, sittande, oturarak, assise, 시티드, "
    "ülő, ülve",
    "lying": "lying, laying, liegend, allongé, tumbado, acostado, deitado, sdraiato, 俯卧, лежа, "
    "leżąc, "
    "fekve, hanyatt fekve",
    "incline": "incline, inclined, schräg, schrägbank, incliné, inclinado, inclinada, inclinata, "
    "inclinato, eğimli, 上斜, インクライン, 15 degree, 30 degree, 45 degree, 60 degree, inclinée, "
    "inclinate, schuin, schuine, lutande, skos, skosie, skośnej, наклонной скамье, под углом, "
    "eğik, 인클라인, "
    "inc, ferde, ferde pados, ferde padon, ferdepados, ferdepadon, döntött pados, döntött "
    "padon",
    "decline": "decline, declined, negativ, décliné, declinado, declinada, declinata, declinato, "
    "下斜, デクライン, aflopend, aflopende, ters eğimli, negatif eğimli, głową dół, вниз головой, "
    "디클라인, alçalan, "
    "dec, lejtős",
    "incline bench": "schrägbankdrücken, schraegbankdruecken, schuine bank, wyciskanie skos, "
    "жим наклонной скамье, жим лежа наклонной скамье, ławce skośnej",
    "decline bench": "negativbankdrücken, schrägbankdrücken negativ",
    "flat": "flat, flach, plano, reto, horizontal, płaskiej, poziomej, 平板, フラット, platte, "
    "düz, горизонтальной скамье, 플랫, "
    "egyenes pados, egyenes padon, vízszintes, vízszintes pados",
    "close": "close, narrow, eng, enger, enges, serré, prise serrée, serrée, cerrado, fechada, "
    "fechado, stretta, wąsko, wąskim chwytem, узким хватом, smal, 窄距, ナロー, smalle, cerrada, "
    "stretto, dar, wąski, узко, 窄握, ナローグリップ, クローズグリップ, 클로즈그립, 클로즈 그립, "
    "내로우, 내로우 그립, "
    "cg, szűk, szűk fogású, szűk fogással",
    "wide": "wide, breit, breiter, weit, large, ancho, abierto, aberta, larga, szeroko, 宽距, "
    "ワイド, широким хватом, breed, brede, bred, szerokim chwytem, 宽握, 寬握, 寬距, "
    "ワイドグリップ, 와이드, 와이드 그립, geniş, "
    "wg, széles, széles fogású, széles fogással",
    "neutral": "neutral, hammer, parallel, angled, neutre, neutro, martello, hammergriff, kalapács",
    "underhand": "underhand, supinated, untergriff, supination, podchwytem, onderhands, "
    "обратным хватом, 反握, アンダーグリップ, 언더그립",
    "overhand": "overhand, pronated, obergriff, pronation, nachwytem, bovenhands, прямым хватом, "
    "正握",
    "reverse": "reverse, reversed, reverso, inverso, inversa, inversé",
    "behind-neck": "behind neck, btn, behind head, nacken, nuque, tras nuca, trasnuca, atrás nuca, "
    "dietro, из за головы, 颈后, zza karku, zza głowy, pela nuca, ビハインドネック, 頸後, "
    "비하인드넥, 비하인드 넥",
    "behind-back": "behind back",
    "paused": "paused, pause, pausa, pausado, pausada, паузой, с паузой, pauzą, z pauzą, 暂停, "
    "ポーズ, fermo, pausiert, pausierte, pausiertes, pausing, pauze, паузами, 停顿, 停頓, 暫停, "
    "포즈, "
    "megállított, megállítással",
    "strict": "strict, strikt",
    "bent-over": "bent over, bentover, vorgebeugt, vorgebeugtes, vorgebeugte, penché, "
    "buste penché, curvada, curvado, 俯身, ベントオーバー, наклоне, opadzie, voorovergebogen, "
    "foroverbøyd, framåtlutad, busto flesso, 벤트오버, 벤트 오버, "
    "döntött törzsű, döntött törzzsel, előredöntött, előrehajolva",
    "chest-supported": "chest supported, supported, brustgestützt",
    "iso-lateral": "iso lateral, isolateral",
    "high-bar": "high bar, highbar, barra alta, 高杠, ハイバー, barre haute, 高槓, 高背槓, 하이바, "
    "hb",
    "low-bar": "low bar, lowbar, barra baja, barra baixa, barra bassa, 低杠, ローバー, "
    "barre basse, 低槓, 低背槓, 로우바",
    "above-knee": "above knee",
    "block": "z podkładek, block, klotz, bloc, bloco, blocchi, плинтов, ブロック, blöcken, 箱上",
    "deficit": "deficit, defizit, déficit, дефицита, ямы, deficytu, z deficytu, デフィシット, "
    "赤字, 데피싯, 데피시트, "
    "def, emelvényről",
    "romanian": "romanian, rumanian, rumänisch, rumänisches, roumain, rumano, romeno, rumeno, "
    "rumuński, румынская, roemeense, romen, rumen, 罗马尼亚, ルーマニアン, rumänska, rumena, "
    "romena, rumuńskie, румынской, 羅馬尼亞, 루마니안, "
    "román",
    "stiff-leg": "stiff leg, stiff legged, stiffleg, straight leg, straight legged, "
    "gestreckten beinen, gestreckte beine, jambes tendues, piernas rígidas, pernas rígidas, "
    "gambe tese, gestrekte benen, прямых ногах, prostych nogach, 直腿, スティッフレッグ, "
    "スティッフレッグド, raka ben, gestreckt, gestrecktes, piernas rectas, pernas retas, "
    "gambe dritte, jambes droites, düz bacak, スティフレッグ, 스티프, 스티프 레그, 스티프레그, "
    "merev lábú, merevlábú, merev lábas, merevlábas, nyújtott lábú, nyújtott lábas, nyújtott "
    "lábbal",
    "sumo": "sumo, 相扑, スモウ, スモー, сумо, 相撲, 스모, szumó",
    "front": "front, frontal, frontale, avant, delantera, przedni, przednie, фронтальные, "
    "фронтальный, 颈前, フロント, vorne, 頸前, 프론트, 프런트, фронтальная",
    "back": "back, arrière, trasera, tylny, плечах, спине, barkach, plecach, バック, 백",
    "bulgarian": "bulgarian, bulgarische, bulgare, búlgara, búlgaro, bulgaro, 保加利亚, "
    "ブルガリアン, болгарские, bułgarski, bulgaarse, bulgarska, bułgarskie, 保加利亞, 불가리안, "
    "bolgár",
    "split": "스플릿, split, スプリット",
    "goblet": "goblet, gobelet, copa, 高脚杯, ゴブレット, кубковые, gobleta, 高腳杯, 고블릿, "
    "гоблет",
    "hack": "hack, hacken, hackenschmidt, hackenschmitt, 哈克, ハック, 핵, гакк, гак",
    "overhead": "épaule, overhead, oh, over head, überkopf, over testa, 过头, 过顶, "
    "オーバーヘッド, 70 degree, 75 degree, 80 degree, 85 degree, nad głowę, над головой, "
    "över huvudet, encima cabeza, 過頭, 過頂, 오버헤드",
    # --- the lift itself
    "box": "box, cajón, boîte, skrzynię, skrzyni, ящик, бокс, kutu, 箱式, ボックス, 박스",
    "tempo": "tempo, темповые, темповый, 节奏, 節奏, テンポ, 템포",
    "pin": "pin, ピン",
    "power": "power, puissance, potenza, potencia, potência, силовой, силовое, siłowy, siłowe, "
    "パワー, 파워",
    "hang": "hang, виса, 悬垂, ハング",
    "zercher": "zercher, zerchera, зерчера, 泽奇, 泽彻, 澤奇, ザーチャー, ゼルチャー",
    "pendlay": "pendlay, pendley, pendlaya, пендлея, пендли, 潘德雷, 潘德勒, ペンドレイ, "
    "ペンドレー, 펜들레이",
    "deadlift": "deadlift, dead lift, dead, dl, kreuzheben, soulevé terre, sdt, peso muerto, "
    "levantamento terra, terra, stacco terra, stacco, stacchi, martwy ciąg, становая тяга, "
    "становая, тяга становая, yerden kaldırma, marklyft, markløft, maastaveto, 硬拉, 硬举, "
    "デッドリフト, peso morto, 硬舉, デッド, 데드리프트, 데드, ölü kaldırış, становой, mrtvý tah, "
    "felhúzás, cdl",
    "romanian deadlift": "rdl, румынская тяга, тяга румынская, румынка",
    "stiff-leg deadlift": "sldl, мертвая тяга, raka marklyft",
    "sumo deadlift": "тяга сумо, sdl, сумо тяга",
    "squat": "蹲舉, squat, kniebeuge, kniebeugen, sentadilla, agachamento, accosciata, przysiad, "
    "przysiady, приседания, приседание, присед, çömelme, kyykky, knäböj, knebøy, kniebuiging, "
    "深蹲, 蹲举, スクワット, sq, knäböjning, kniebuigingen, przysiadu, 스쿼트, "
    "guggolás, bs",
    "front squat": "前蹲, 颈前蹲, fs, frontböj, 前蹲舉, 前蹲举, 前深蹲, присед груди, "
    "приседания груди, приседания штангой груди, присед штангой груди, "
    "elölguggolás, elöl guggolás, mellguggolás, első guggolás, elülső guggolás",
    "belt-squat": "belt squat",
    "bench": "bench press, bench, bench pres, pres banca, bankdrücken, bankdruecken, "
    "flachbankdrücken, bankdrukken, développé couché, press banca, press plano, supino, "
    "panca piana, panca, distensioni panca piana, distensioni panca, жим лежа, жим штанги лежа, "
    "wyciskanie leżąc, wyciskanie ławce, wyciskanie sztangi ławce, wyciskanie sztangi leżąc, "
    "ławce, bänkpress, benkpress, penkkipunnerrus, 卧推, ベンチプレス, ベンチ, bp, bänk, "
    "press banco, press banco plano, 臥推, 臥舉, 仰卧推举, 仰臥推舉, 벤치프레스, 벤치 프레스, "
    "벤치, wyciskanie ławce płaskiej, wyciskanie ławce poziomej, "
    "fekvenyomás, fekve nyomás, fekvőnyomás, bbbp",
    "press": "press, pres, drücken, développé, wyciskanie, жим, プレス, spinte, 프레스, nyomás",
    "overhead press": "overhead press, shoulder press, military press, shoulder military press, "
    "ohp, press militar, militar, schulterdrücken, schulterdruecken, développé militaire, "
    "développé épaules, press hombro, press hombros, desenvolvimento, desenvolvimento militar, "
    "desenvolvimento ombros, lento avanti, жим стоя, армейский жим, жим штанги стоя, "
    "wyciskanie żołnierskie, żołnierskie, omuz press, omuz presi, schouderdrukken, 推举, 肩推, "
    "肩上推举, ショルダープレス, オーバーヘッドプレス, ミリタリープレス, mil press, militärpress, "
    "axelpress, frontdrücken, 推肩, 推舉, 軍事推舉, 军事推举, 實力推, 实力推, 实力推举, "
    "오버헤드 프레스, 밀리터리 프레스, 숄더 프레스, 숄더프레스, omuz pres, askeri pres, "
    "askeri press, "
    "vállnyomás, vállból nyomás, katonai nyomás, fej fölé nyomás, mp, bbohp",
    "push-press": "push press, push pres, 借力推举, プッシュプレス, schwungdrücken, швунг, "
    "жимовой швунг, швунг жимовой, 借力推舉, 푸시 프레스, 푸쉬 프레스, "
    "pp, tolónyomás",
    "row": "row, rudern, remo, remada, rematore, wiosłowanie, 划船, ロウ, rodd, kürek çekişi, "
    "ローイング, ロー, 로우, "
    "evezés",
    "bent-over row": "bent row, bor, ベントオーバーローイング, ベントオーバーロー, "
    "ベントオーバーロウ, rematore inclinato, voorovergebogen roeien",
    "barbell row": "skivstångsrodd, тяга штанги поясу, тяга поясу, rowing barre, rowing barbell, "
    "barbell roeien, roeien barbell, remo inclinado barra",
    "dumbbell row": "rowing haltère, ダンベルロー, remada serrote, тяга гантели наклоне, dbrow",
    "t-bar row": "tバーローイング, rowing t bar, tバーロウ, tバーロー, remada cavalinho, "
    "тяга т грифа, rowing barre t",
    "upright": "アップライト, upright, aufrecht, aufrechtes",
    "good morning": "good morning, goodmorning, buenos días, bom dia, buongiorno, 早安式, "
    "グッドモーニング, гуд морнинг, 早安, 굿모닝, доброе утро, гудморнинг, skłony sztangą, "
    "наклоны штангой, "
    "jó reggelt, gm",
    "hyperextension": "hyperextensionen, hyperextensies, ハイパーエクステンション, back extension, "
    "hyperextension, hyper extension, weighted hyperextension, rückenstrecker, rückenstrecken, "
    "hiperextensión, hiperextensões, iperestensioni, extension lombaire, гиперэкстензия, "
    "prostowanie tułowia, 背伸展, 山羊挺身, バックエクステンション",
    "reverse hyperextension": "reverse hyper, reverse back extension, reverse hyperextension",
    "roman-chair": "roman chair, römischer stuhl",
    "pull-up": "pull up, pullup, klimmzug, klimmzüge, traction, dominada, barra fixa, trazioni, "
    "trazione, podciąganie, подтягивания, optrekken, barfiks, 引体向上, 懸垂, プルアップ, "
    "引體向上, 턱걸이, 풀업, "
    "húzódzkodás, húzódszkodás",
    "chin-up": "chin up, chinup, chin, チンアップ",
    "dip": "dip, fondos, paralelas, barrenstütz, бруся, отжимания брусьях, 双杠臂屈伸, ディップス, "
    "tolódzkodás, tolódszkodás",
    "push-up": "push up, pushup, press up, pressup, liegestütz, liegestütze, pompes, flexiones, "
    "flexões, piegamenti, отжимания, pompki, şınav, opdrukken, 俯卧撑, 腕立て伏せ, "
    "fekvőtámasz",
    "lunge": "lunge, ausfallschritt, ausfallschritte, fente, zancada, estocada, afundo, passada, "
    "affondo, affondi, wykrok, wykroki, выпады, 弓步, 箭步蹲, ランジ, "
    "kitörés",
    "pulldown": "pulldown, pull down, latzug, latziehen, lat zug, tirage vertical, jalón, puxada, "
    "lat machine, тяга верхнего блока, 下拉, 高位下拉, ラットプルダウン, "
    "lehúzás, mellhez húzás, lpd, lat pd",
    "pushdown": "pushdown, push down, pressdown, push downs, letolás",
    "skullcrusher": "skullcrusher, skull crusher, koponyazúzó, homlokra engedés",
    "fly": "fly, flye, flies, flyes, fliegende, écarté, apertura, crucifixo, croci, rozpiętki, "
    "разведение, 飞鸟, 夹胸, フライ, "
    "tárogatás",
    "crossover": "crossover, cross over",
    "lateral": "lateral, side lateral",
    "raise": "raise, heben, heber, 平举, レイズ, emelés",
    "lateral raise": "seitheben, élévation latérale, elevación lateral, elevação lateral, "
    "elevaciones laterales, alzate laterali, サイドレイズ, 侧平举, "
    "oldalemelés, oldal emelés, oldalra emelés, lat raise, side raise",
    "curl": "curl, bicep curl, bizepscurl, bizeps curl, curl bíceps, rosca direta, curl bicipiti, "
    "arm curl, 弯举, 二头弯举, カール, アームカール, "
    "karhajlítás, bicepsz karhajlítás, bicepszhajlítás, bicepsz hajlítás",
    "tricep": "tricep, trizeps, tríceps, tricipiti, tricepsz, tri",
    "leg press": "beinpresse, presse à cuisses, prensa piernas, prensa, leg pres, pressa, "
    "жим ногами, 腿举, 倒蹬, レッグプレス, beenpers, press pierna, presse jambe, bacak press, "
    "benpress, suwnica, suwnicy, 腿推, 레그 프레스, 레그프레스, "
    "lábtolás, láb tolás, lábtoló, lp",
    "leg extension": "beinstrecker, extension quadriceps, extensión piernas, cadeira extensora, "
    "腿屈伸, レッグエクステンション, extension jambe, "
    "lábnyújtás, láb nyújtás, combfeszítés, combfeszítő, leg ext",
    "leg curl": "beinbeuger, curl femoral, mesa flexora, 腿弯举, レッグカール, hamstring curl, "
    "curl pierna, "
    "lábhajlítás, láb hajlítás, combhajlítás, combhajlító",
    "calf raise": "calf raise, wadenheben, élévation mollets, elevación gemelos, panturrilha, "
    "提踵, カーフレイズ, calf extension, calf press, calf pressdown, "
    "vádliemelés, vádli emelés, vádlizás",
    "shrug": "shrug, schulterheben, encolhimento, encogimiento, scrollate, 耸肩, シュラッグ, "
    "omuz silkme, szrugsy, шраги, 聳肩, 슈러그, "
    "vállvonogatás, vállvonás, vállhúzás",
    "farmers-walk": "farmer walk, farmer carry, farmer carries, farmers walk, farmer carrie, "
    "farmerséta, farmer séta",
    "pec-deck": "pec deck, pec fly, butterfly, chest fly pec deck, fly pec deck",
    "face-pull": "face pull, facepull, フェイスプル, arcra húzás, archoz húzás",
    "inverted row": "inverted row let me up, australian pull up, bodyweight row",
    "hip thrust": "hip thrust, hüftstoß, hip thruster, 臀推, 臀冲, ヒップスラスト, hipthrust, "
    "hüftstoßen, empuje cadera, elevação pélvica, heupstoot, wypychanie bioder, 힙 쓰러스트, "
    "힙쓰러스트, "
    "csípőtolás, csípő tolás, ht",
    "pull through": "pull through, pullthrough",
    "clean": "clean, umsetzen, cargada, girata, 翻站, クリーン, взятие грудь, zarzut, frivändning, "
    "взятие штанги грудь, 下蹲翻, 上膊, 클린, "
    "felvétel, mellre vétel",
    "snatch": "snatch, reißen, arraché, arranque, arranco, strappo, рывок, 抓举, スナッチ, rwanie, "
    "ryck, koparma, 스내치, "
    "szakítás",
    "clean jerk": "clean jerk, c j, umsetzen stoßen, dos tiempos, 挺举, толчок, podrzut, stöt, "
    "stoßen, silkme, slancio, girata slancio, cargada envión, arremesso, クリーンアンドジャーク, "
    "lökés",
    "swing": "swing, スイング",
    "split squat": "分腿蹲, 分腿深蹲",
    "bulgarian split squat": "bss, fente bulgare, болгарские выпады, "
    "bolgár guggolás, bolgár kitörés",
    "rowing-machine": "rowing machine, máquina remo, rudermaschine, roeimachine, roddmaskin, "
    "ローイングマシン, ローイングマシーン",
    "snatch deadlift": "тяга рывковым хватом",
    "pendlay row": "тяга пендлея, тяга пендли",
    "deficit deadlift": "тяга ямы",
    "block deadlift": "тяга плинтов",
    "trap-bar deadlift": "tbdl, hex dl, hex deadlift, тяга трэп грифом, тяга трэп бара",
    "rack pull": "rackpull, ラックプル, トップサイドデッドリフト, 架上硬拉, 架上硬舉, 랙풀, 랙 풀, "
    "martwy ciąg stojaków",
    "high-bar squat": "hbbs",
    "low-bar squat": "lbbs, lb squat, lb back squat",
    "close bench": "cgbp, smalbänk, жим узким хватом, жим штанги узким хватом, "
    "wyciskanie wąskim chwytem, wyciskanie sztangi wąskim chwytem, "
    "szűknyomás, szűk nyomás",
    "paused squat": "pausknäböj",
    "paused deadlift": "pausmarklyft",
    "paused bench": "pausbänk, pausbänkpress, 止めベンチ",
    "dumbbell bench": "ダンベルプレス, supino halter, supino reto halter, dbbp",
    "incline dumbbell bench": "supino inclinado halter",
    "decline dumbbell bench": "supino declinado halter",
    "incline barbell bench": "halter eğimli bench press, eğimli bench press halter",
    "dumbbell overhead press": "desenvolvimento halter, dbohp",
    "dumbbell bent-over row": "bent dumbbell row, bent db row, remada curvada halter",
    "barbell bent-over row": "bent barbell row, bent bb row",
    "one-arm dumbbell row": "remada unilateral halter",
    "dumbbell squat": "agachamento halter",
    "dumbbell romanian deadlift": "terra romeno halter, levantamento terra romeno halter",
    "dumbbell stiff": "stiff halter",
    "dumbbell sumo squat": "agachamento sumo halter",
    "floor press": "wyciskanie z podłogi, floor press, 地板卧推, 地板臥推, フロアプレス, "
    "플로어 프레스, жим пола, développé sol",
    "machine chest press": "brustpresse, 器械推胸, 器械胸推, 胸推機",
    "machine overhead press": "schulterpresse maschine, maschine schulterpresse, 器械推肩",
    "behind-neck press": "バックプレス, lento dietro, nackendrücken",
    "glute bridge": "ягодичный мост, ягодичный мостик, puente glúteo, ponte glúteo, ponte glutei, "
    "pont fessier, 臀桥, 臀橋, グルートブリッジ, 글루트 브릿지",
    "smith row": "rowing barre guidée",
    "power clean": "高翻, standumsetzen, 瞬發上膊, pc",
    "power snatch": "高抓, standreißen",
    "push jerk": "толчковый швунг",
    "extension": "ext, nyújtás",
    "crunch": "hasprés",
    "sit up": "felülés",
    "front raise": "előreemelés, előre emelés",
    "neutral curl": "kalapács bicepsz",
    "weighted pull-up": "wpu",
    "rear delt": "rear deltoid, back deltoid, back delt, posterior deltoid, posterior delt",
    "jerk": "ausstoßen, jeté, ジャーク, 저크",
}

# Names whose words alone would not tell, or would tell too little. They add to the name
# that the key itself is.
NAMES = {
    "sumo_deadlift": "sumo",
    "stiff_leg_deadlift": "stiff, stiff deadlift",
    "dumbbell_stiff_leg_deadlift": "dumbbell stiff, dumbbell stiff deadlift",
    "kettlebell_stiff_leg_deadlift": "kettlebell stiff",
    "smith_stiff_leg_deadlift": "smith stiff",
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
    "bulgarian_split_squat": "bulgarian squat, bulgarian",
    "jump_squat": "jump squat toyotas",
    "incline_bench_press": "incline barbell press, incline barbell chest press",
    "decline_bench_press": "decline barbell press, decline barbell chest press",
    "close_grip_bench_press": "жим лежа узким хватом",
    "dumbbell_bench_press": "flat dumbbell press, dumbbell chest press, жим гантелей лежа, "
    "dumbbell press lying",
    "incline_dumbbell_bench_press": "incline dumbbell press, incline dumbbell chest press",
    "decline_dumbbell_bench_press": "decline dumbbell press, decline dumbbell chest press",
    "dumbbell_squeeze_press": "dumbbell squeeze bench press",
    "larsen_bench_press": "larsen press, larsen",
    "spoto_bench_press": "spoto press, spoto",
    "pin_bench_press": "pin press",
    "board_bench_press": "board press",
    "smith_bench_press": "smith chest press",
    "smith_incline_bench_press": "incline smith press",
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
    "underhand_barbell_row": "reverse bent-over row, reverse barbell row",
    "t_bar_row": "t-bar row handle",
    "two_arm_dumbbell_row": "dumbbell bent-over row, тяга гантелей наклоне",
    "seated_cable_row": "seated row, cable row, tirage horizontal, low cable row, low row cable",
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
    "lat_pulldown": "pulldown, front pulldown, front lat pulldown, lat pull",
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
    "one_arm_cable_row": "alternating cable row, high one-arm cable row",
    "underhand_seated_cable_row": "underhand seated row",
    "machine_chest_fly": "pec deck, machine fly, machine pec deck fly",
    "machine_reverse_fly": "rear delt fly machine, rear delt reverse fly machine",
    "cable_fly": "cable crossover, cable fly crossover",
    "barbell_overhead_triceps_extension": "barbell overhead extension",
    "cable_overhead_triceps_extension": "cable overhead extension, "
    "rope overhead extension, overhead extension rope",
    "ez_bar_overhead_triceps_extension": "ez bar overhead extension",
    "skullcrusher": "barbell lying tricep extension, lying tricep extension",
    "ez_bar_skullcrusher": "ez bar lying tricep extension",
    "cable_triceps_pushdown": "tricep pushdown, rope pushdown, tricep pulldown",
    "clean": "squat clean",
    "snatch": "squat snatch",
    "clean_and_jerk": "jerk clean",
    "low_bar_squat": "low-bar",
    "high_bar_squat": "high-bar",
    "goblet_squat": "goblet",
    "farmers_walk": "farmer",
    "cable_crunch": "rope crunch, cable rope crunch",
    "glute_ham_raise": "ghr",
}

_APOSTROPHES = re.compile("['\u2019\u02bc`\u00b4]")  # before folding, which makes spaces of some
_ACCENT = re.compile("[\u0300-\u036f]")  # not the marks of Japanese, which make other sounds
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "×": "x", "°": " degree ", '"': " in ", "″": " in "}
)
_TOLD_BY_ACCENT = {  # without its accent, or a letter, the word would be another one
    "ön": "front",  # on
    "épaulé": "clean",  # épaule: shoulder
    "barra w": "ez bar",  # w: with
}
_BY_ACCENT = re.compile(rf"\b(?:{'|'.join(_TOLD_BY_ACCENT)})\b")
_WORD = re.compile(r"[^\W_]+")
_SIZE = re.compile(
    r"\b(?:\d+(?: \d+)? ?(?:kg|lb|cm|in|inch|zoll|hole)|\d+ ?x ?\d+)\b"  # 2 kg, 5 x 5
)
_PAUSE = re.compile(r"\b\d+ ?(?:ct|count|sec|second)\b")
_LONGEST_PHRASE = 6  # words; a test holds every phrase to it
_SHORT = 3  # letters


def _plain(text: str) -> str:
    """Take case, accents and widths of letters away."""
    plain = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", text)).casefold()
    plain = unicodedata.normalize("NFC", plain).replace("_", " ")
    plain = _BY_ACCENT.sub(lambda found: _TOLD_BY_ACCENT[found[0]], plain)
    plain = unicodedata.normalize("NFD", plain.translate(_LETTERS))
    return unicodedata.normalize("NFC", _ACCENT.sub("", plain))


def fold_words(text: str) -> list[str]:
    """Split a text into lower-case words without accents, plurals, sizes or empty words."""
    line = " ".join(_singular(word) for word in _WORD.findall(_plain(text)))
    line = _PAUSE.sub("paused", _SIZE.sub("", line))
    return [word for word in line.split() if word not in _EMPTY]


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]


_EMPTY = frozenset(_singular(word) for word in _plain(_EMPTY_WORDS).split())


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give what each phrase means; made at the first name that is read."""
    return {
        tuple(fold_words(phrase)): tuple(meaning.split())
        for meaning, phrases in MEANINGS.items()
        for phrase in phrases.split(", ")
    }


@cache
def phrase_words() -> frozenset[str]:
    """Give every word that stands in a phrase of `MEANINGS`, folded."""
    return frozenset(word for phrase in _phrases() for word in phrase)


@cache
def _part_sizes() -> range:
    """Give the lengths that a part of a compound can have, the longest first."""
    return range(max(map(len, phrase_words())), 0, -1)


def _parts(word: str) -> list[str]:
    """Take a word apart where every part is known: German compounds, scripts without spaces."""
    # The longest part from the left is taken; short ones of plain letters stand in any word.
    known, parts, start = phrase_words(), [], 0
    while start < len(word):
        for size in _part_sizes():
            part = word[start : start + size]
            if part in known and (len(part) > _SHORT or not part.isascii()):
                break
        else:
            return [word]
        parts.append(part)
        start += len(part)
    return parts


def read_words(text: str, respell: Callable[[str], str] = str) -> frozenset[str]:
    """Read a name as the set of what its words mean; an unknown word stands for itself."""
    words = [part for word in fold_words(text) for part in _parts(respell(word))]
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

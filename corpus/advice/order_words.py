"""The verbs that open an order, and the words that may stand before and behind them."""

from __future__ import annotations

from corpus.patterns import any_of, listed, words

# Verbs that open an order. A noun of the same form is told apart by what follows it (``orders``).
VERB = words(
    """
        talk speak consult ask tell seek take avoid keep try eat drink use stop call contact get make limit choose
        follow check store start begin wait stir lift lie set skip aim consider remember discuss read wash apply add
        visit go see do don['’]t never inform let give chew swallow mix sleep rest exercise walk stretch reduce
        increase cut quit replace swap opt look buy pick practice practise ensure include incorporate monitor track
        measure report schedule stay be bring learn find stick watch pay plan prepare cook steam rinse soak serve
        sprinkle combine throw discard return remove place hold breathe relax cover protect wear switch note focus
        enjoy spread repeat put leave turn move fill work know understand maintain manage refrain beware reach
        elevate massage wipe dry heat shred drain simmer boil bake roast chop slice pour whisk peel grate preheat blend
        season garnish toss fold chill freeze sauté saute mash grind strain arrange scoop transfer trim dice stir-fry
        save drop join give_up get_up sit stand lean bend repeat weigh log schedule book request invest steer opt
        swallow discontinue advise instruct withhold administer obtain assess evaluate resume initiate titrate counsel
        wean rotate sip snack load fill swap ditch trade sub whip warm cool rub dab rest rely go_for reach_for press
        hang line install clean disinfect sanitize vacuum dust quarantine isolate vaccinate schedule refer
        ring phone halve wrap loosen raise bathe gargle moisturi[sz]e insert inject flush inspect compare confirm verify
        offer prescribe exclude suspect soothe warn email_your text_your dial inhale exhale unplug attach push pull
        come_in come_back come_along print_out print_off have_a_(?:quick_)?(?:word|chat|talk)
        feel_around feel_for
        continue dissolve refrigerate shake space split write test treat address prioriti[sz]e divide allow
    """
)
BARE_VERBS = frozenset(VERB[3:-1].split("|"))
# What may stand before the verb: a joining word, a condition with its commas.
JOINT = any_of(
    words("""
        however therefore instead also then next finally first second third hence so and but please always simply
        bro dude guys folks honestly personally ok okay well maybe pls plz definitely seriously
        just if_possible when_in_doubt as_always in_addition additionally otherwise for_now to_be_safe
    """),
    r"for (?:best results|safety)",
)
CONDITION = (
    r"(?:(?:if|when|with|before|after|while|once|unless|until|during|to|for(?! example| instance)|in case of|at|"
    r"next time)\b"
    r"[^.;:?!,]{3,160}(?:,\s+(?:an?|or|and|etc\.?|especially|such as|\w+ly)\b[^;:?!,]{0,80}){0,3},\s+"
    r"(?:always |please |then )?)?"
)
# More verbs, which a noun or an adjective often looks like: they count where orders stand around.
BASE_VERBS = listed(
    """
        aim answer arrange arrive ban bandage bend blow boost bottle break brush build button carry catch change charge
        clear clench climb close coat collect comb compress connect count crush cuddle dab dance decline deliver dine
        dip double doze dress drip empty end engage enlist enter expose extend eliminate face fasten fast feed file fit
        fix flex float foster gather gaze glue grab greet grip hand hand-wash hug hum ice identify invite iron jog jot
        jump kneel knit label latch laugh lay lead lean leave light limber list lock loop lower mark marinate mind
        moisten mop name nap nibble nourish open order own pace pack paint park part pat pause peel pin plant play plug
        point poke polish pop position post practise press prime prop puree quench question quiz race ration recall
        record recycle reframe register rehearse reheat reserve reset restock restrict retest review reward ride rock
        roll row rub run scan scratch scrub seal sell send separate serve sew shade share shave shelve shine shop
        shower shut sign sing slide slow smell smile smooth snap sneeze sort sponge squat squeeze steady step stock
        store straighten strap strengthen strive study suck sweep swim swing tap tape taste teach tend test thank thaw
        think thread tie tilt time touch trace train travel trust tuck twist undress upgrade urge value vary void wait
        wake warm watch wean whisper widen wind work wring write yield
    """
)
# Verbs that no noun looks like, so that no subject opens with them.
NEVER_NOUNS = listed(
    """
        talk speak consult ask tell seek take avoid keep eat contact get make choose follow begin lie remember discuss
        read apply add go see do never inform let give chew swallow reduce replace opt pick ensure include incorporate
        be bring
        learn pay prepare throw discard remove breathe wear enjoy put leave fill know understand maintain refrain beware
        continue prescribe exclude administer obtain assess evaluate resume initiate sit lean bend insert
    """
)
FORBIDS_OR_LIMITS = listed("no not nothing only none never always")
# Verbs that are as often nouns: "Sleep problems" is no order, "Sleep on your side" is one.
OFTEN_NOUNS = listed(
    """
        sleep work exercise rest walk drink heat report visit measure test plan stretch note place cover cut set mix
        massage load wash press hold start contact call check watch change limit increase monitor track practice
        practise schedule focus look stay swap treat address trade space stick cool warm balance control support rub
        help move season garnish grind strain chill fold drain record log reward switch return book request trim store
    """
)
BEHIND_ORDERS = listed(
    """
        the a an your yourself it them any some this these that to at with for on in up down out from off away only
        about around over under into every each one two three more less no as by through until
    """
)
# A verb that is not listed is told by the object behind it: "Flush the line", "Rinse your mouth".
OBJECT = listed("the a an your yourself it them any")
# What stands before "the" or "your" at the beginning of a sentence, and is no verb.
NO_VERB = listed(
    """
        in on at of for from with without within by to as like unlike despite during since until till before after
        above below under over between among amid across through throughout against about around near inside outside
        beyond behind beneath along toward upon into onto off up down out if when while although because though
        whereas unless once both all half not only even just is are was were do does did has have had can could may
        might will would shall should must what which who whom how why where that this these those such many much
        more most few less least and or but nor so yet then than also per via plus minus except regarding concerning
        whether either neither often maybe perhaps quite rather twice never almost later sooner now today here there
        it he she we they you people women men children data thanks welcome what whatever whoever whenever indeed
        besides too still again however meanwhile instead therefore worldwide overall part one two three every each
        next last first second third another other some any no my your his her its our their dear hello hi hey
        versus given compared based due according made taken found shown said told gave got became came went began
        led left kept held lost won put cost let hurt hit sent meant felt thought saw knew set beside opposite past
        took had ate drank tried began felt woke slept gone done been
        ask believe think hope feel wish guess bet say including following depending
    """
)
NO_VERB_ENDINGS = ("s", "ed", "ing", "ly", "er", "ion", "ity", "ment")

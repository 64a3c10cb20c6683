"""What goes by a common name in an article and by a medical one in a study, or by two spellings.

In ``SAME`` each line has names of one thing, parted by ``|``: whoever looks for one looks for all. In ``NARROWER`` a
line begins with a common name, then ``:``, then what studies call its kinds.
"""

from __future__ import annotations

SAME = """
acetaminophen | paracetamol | tylenol | panadol
acetylsalicylic acid | aspirin | asa
ibuprofen | advil | nurofen | motrin
naproxen | aleve
epinephrine | adrenaline
albuterol | salbutamol
furosemide | frusemide | lasix
nsaid | nsaids | non-steroidal anti-inflammatory | nonsteroidal anti-inflammatory
statin | statins | hmg-coa reductase inhibitor | cholesterol pill | cholesterol pills | cholesterol drug
ssri | ssris | serotonin reuptake inhibitor
antidepressant | antidepressants | antidepressive
ppi | proton pump inhibitor
hrt | hormone replacement therapy | menopausal hormone therapy
contraceptive | contraceptives | birth control | contraception
diuretic | diuretics | water pill | water pills
blood thinner | blood thinners | anticoagulant | anticoagulants | anticoagulation
painkiller | painkillers | pain reliever | analgesic | analgesics
vitamin c | ascorbic acid | ascorbate
vitamin d | cholecalciferol | vitamin d3 | 25-hydroxyvitamin d | 25 oh d | calciferol | calcitriol
vitamin e | tocopherol
vitamin a | retinol | beta-carotene
vitamin k | phylloquinone | menaquinone
vitamin b12 | cobalamin | cyanocobalamin
vitamin b6 | pyridoxine
vitamin b1 | thiamine | thiamin
vitamin b3 | niacin | nicotinamide
vitamin b9 | folic acid | folate
turmeric | curcumin | curcuma
garlic | allium sativum | allicin
ginger | zingiber
st john's wort | hypericum
black cohosh | cimicifuga
milk thistle | silymarin
fish oil | omega-3 | n-3 fatty acid | n-3 polyunsaturated | marine omega | epa | docosahexaenoic
black pepper | piperine
green tea | egcg | catechin
cannabis | marijuana | cannabinoid
cbd | cannabidiol
salt | sodium | sodium chloride
sugar | sucrose | glucose | fructose
msg | monosodium glutamate
sweetener | sweeteners | aspartame | sucralose | saccharin
coffee | caffeine
alcohol | ethanol | wine | beer | drinking
soy | soya | isoflavone
e-cigarette | e-cigarettes | electronic cigarette | electronic cigarettes | vaping | vape
smoker | smokers | smoking | cigarette | cigarettes | tobacco
probiotic | probiotics | lactobacillus | bifidobacterium | saccharomyces boulardii | yogurt | yoghurt
fiber | fibre | whole grain | whole grains | wholegrain
vaccine | vaccines | vaccination | vaccinated | shot | shots | jab | immunisation | immunization | immunised
mmr | measles mumps rubella | measles
covid | covid-19 | coronavirus | sars-cov-2
flu | influenza
cold | colds | rhinovirus | common cold | upper respiratory
heart attack | heart attacks | myocardial infarction | coronary event
heart disease | cardiovascular | coronary | cardiac | heart
irregular heartbeat | heart rhythm | atrial fibrillation | arrhythmia | palpitations
heart failure | cardiac failure
high blood pressure | hypertension | blood pressure | hypertensive | systolic
stroke | strokes | cerebrovascular | cerebral infarction
blood clot | blood clots | thrombosis | thromboembolism | embolism
cholesterol | ldl | hypercholesterolaemia | hypercholesterolemia | lipid | lipids | hyperlipidaemia
blood sugar | glycaemic | glycemic | blood glucose | hyperglycaemia | hba1c
diabetes | diabetic
cancer | cancers | carcinoma | tumour | tumor | neoplasm | malignancy | malignant
colon cancer | bowel cancer | colorectal
liver | hepatic | hepatotoxicity | hepatotoxic | hepatitis
kidney | kidneys | renal | nephrotoxicity | nephropathy
lung | lungs | pulmonary
bladder infection | bladder infections | urinary tract infection | uti | utis | cystitis
stomach | gastric | gastrointestinal
gut | intestinal | bowel | microbiome | microbiota
brain | cerebral | cognitive | neurological
memory | cognition | cognitive | dementia
dementia | alzheimer | alzheimer's
bone | bones | skeletal | osteoporosis | bone mineral
broken bone | broken bones | fracture | fractures
arthritis | osteoarthritis
joint pain | arthralgia
muscle | muscles | muscular | myalgia | myopathy
cramp | cramps
spasm | spasms | spasticity
skin | dermal | cutaneous | dermatitis
eczema | atopic dermatitis
hair loss | alopecia
acne | comedones
hay fever | allergic rhinitis | seasonal allergy
allergy | allergies | allergic
asthma | asthmatic
headache | headaches | migraine | migraines
depression | depressive | depressed | mood
anxiety | anxious
insomnia | sleep | sleeping | asleep | sleeplessness
adhd | attention deficit hyperactivity disorder | attention-deficit
autism | autistic
seizure | seizures | convulsion | convulsions | epilepsy | epileptic
multiple sclerosis | demyelinating
parkinson's | parkinson disease | parkinsonism
chickenpox | varicella
shingles | herpes zoster
whooping cough | pertussis
cold sore | cold sores | herpes labialis | herpes simplex
strep throat | pharyngitis | sore throat
ear infection | ear infections | otitis media
pink eye | conjunctivitis
fever | pyrexia | febrile | temperature
cough | antitussive
diarrhea | diarrhoea
constipation | laxative
heartburn | acid reflux | gastro-oesophageal reflux | gerd
nausea | vomiting | emesis | antiemetic | morning sickness
ibs | irritable bowel syndrome
hot flash | hot flashes | hot flush | hot flushes | vasomotor
menopause | menopausal | postmenopausal
period pain | menstrual cramps | dysmenorrhoea | dysmenorrhea
pregnant | pregnancy | maternal | prenatal | antenatal | gestational | expecting
miscarriage | spontaneous abortion | pregnancy loss
birth defect | birth defects | congenital | neural tube | malformation
premature | preterm
breastfeeding | lactation | breast milk | lactating
baby | babies | infant | infants | newborn | newborns | neonatal | birth weight
child | children | kid | kids | paediatric | pediatric | childhood | toddler | toddlers
teenager | teenagers | adolescent | adolescents
senior | seniors | elderly | older adults | older people | old age | aged
obesity | obese | overweight | weight gain | bmi
weight loss | lose weight | slimming
exercise | physical activity | walking | steps | training | workout
sitting | sedentary | inactivity
live longer | life expectancy | longevity | mortality | lengthens life | lifespan | survival
death | deaths | die | dies | dying | mortality | fatal | killed
bleeding | bleed | bleeds | haemorrhage | hemorrhage | haematoma | hematoma
anaemia | anemia | iron deficiency
dehydration | dehydrate | dehydrates | body water | hydration
inflammation | inflammatory
immune system | immunity | immune | immune function
infection | infections | infectious
sense of smell | anosmia | olfactory | loss of smell
hearing loss | deafness | ototoxicity
eyesight | vision | visual | macular
teeth | tooth | dental | caries
fluoride | fluoridation
screening | mammography | colonoscopy
side effect | side effects | adverse effect | adverse effects | adverse event | adverse events | adverse reaction
overdose | overdoses | poisoning | toxicity | ingestion
absorption | absorb | absorbed | bioavailability | pharmacokinetics | take up
dose | dosage
placebo | sham
mercury | thimerosal | thiomersal
aluminium | aluminum
oestrogen | estrogen | oestradiol | estradiol
testosterone | androgen
thyroid | levothyroxine | hypothyroidism
cortisol | stress hormone
blood type | abo
detox | detoxification
father | fathers | dad | dads | paternal
mother | mothers | maternal | mum | mom
down syndrome | trisomy 21
deodorant | deodorants | antiperspirant | antiperspirants | underarm
winter | cold weather | season | seasonal
sunscreen | sun cream | suncream | sun protection | sunblock
sunburn | erythema | ultraviolet
uv | ultraviolet | sun exposure | sunlight | sunshine
tanning | sunbed | sunbeds | indoor tanning
mole | moles | naevus | nevus | melanoma
skin cancer | melanoma | basal cell
lung cancer | bronchial carcinoma
breast cancer | mammary carcinoma
prostate cancer | prostatic carcinoma
prostate | prostatic
leukaemia | leukemia
lymphoma | hodgkin
brain tumour | brain tumor | glioma | glioblastoma
cell phone | cell phones | mobile phone | mobile phones | smartphone | radiofrequency
wi-fi | wifi | electromagnetic | radiofrequency
blue light | light-emitting | screen time
x-ray | x-rays | radiography | ionising radiation
cavity | cavities | caries | tooth decay
gum disease | periodontitis | gingivitis | periodontal
bad breath | halitosis
mouthwash | chlorhexidine
junk food | fast food | ultra-processed | processed food
processed meat | bacon | sausage | sausages | ham | cured meat
red meat | beef | pork
dairy | milk | cheese
egg | eggs | dietary cholesterol
nut | nuts | almond | almonds | walnut | walnuts
fruit | fruits | vegetable | vegetables | produce
berry | berries | anthocyanin | flavonoid | polyphenol
dark chocolate | cocoa | flavanol | flavanols
honey | propolis
vinegar | acetic acid
olive oil | mediterranean diet
coconut oil | saturated fat | lauric acid
trans fat | trans fats | trans fatty
keto | ketogenic | low-carb | low-carbohydrate | carbohydrate restriction
low-fat | fat restriction
vegan | vegetarian | plant-based
gluten | gluten-free | coeliac | celiac | wheat
lactose | lactase | milk intolerance
intermittent fasting | time-restricted | fasting | alternate-day
calorie | calories | energy intake | caloric | kcal
overeat | overeating | energy intake | appetite
hunger | appetite | satiety
metabolism | metabolic rate | energy expenditure
fat | body fat | adiposity | adipose
belly fat | visceral fat | abdominal obesity | waist
body weight | body mass | weight
soft drink | soft drinks | soda | sodas | sugar-sweetened | sugary drinks
energy drink | energy drinks | taurine
artificial sweetener | artificial sweeteners | non-nutritive sweetener | low-calorie sweetener
preservative | preservatives | nitrite | nitrate | additive | additives
pesticide | pesticides | glyphosate | organophosphate
organic food | organic foods | organically
gmo | gmos | genetically modified | transgenic
microwave | microwaves | microwaving
plastic | plastics | bisphenol | bpa | phthalate | phthalates | microplastics
heavy metal | heavy metals | lead | cadmium | mercury
air pollution | particulate matter | pm2
mould | mold | moulds | dampness | fungal spores
asbestos | mesothelioma
handwashing | hand washing | washing hands | hand hygiene | wash your hands | washing your hands
face mask | face masks | masks | respirator | surgical mask
stomach bug | stomach bugs | stomach flu | gastroenteritis | norovirus | diarrhoeal disease | rotavirus
food poisoning | salmonella | campylobacter | listeria | foodborne
worm | worms | helminth | helminths | ivermectin | deworming
malaria | plasmodium | artemisinin
hiv | aids | antiretroviral
hpv | human papillomavirus
hepatitis b | hbv
hepatitis c | hcv
tb | tuberculosis
lyme disease | borrelia | borreliosis
sepsis | blood poisoning | septicaemia
pneumonia | lower respiratory
bronchitis | copd | emphysema | chronic obstructive
sinus infection | sinusitis | rhinosinusitis
runny nose | nasal congestion | rhinitis | stuffy nose
nosebleed | nosebleeds | epistaxis
tonsil | tonsils | tonsillectomy | tonsillitis
snoring | sleep apnoea | sleep apnea | cpap
tired | tiredness | fatigue | exhaustion
chronic fatigue | myalgic encephalomyelitis
fibromyalgia | widespread pain
back pain | backache | low-back | lumbar
neck pain | cervical spine
sciatica | radicular pain | lumbar disc
chiropractor | chiropractic | spinal manipulation
massage | manual therapy
acupuncture | needling | acupressure
homeopathy | homeopathic | homoeopathy | homoeopathic
placebo effect | placebo response
yoga | tai chi | qigong
meditation | mindfulness
hypnosis | hypnotherapy
stress | psychological distress | cortisol
ptsd | post-traumatic stress
bipolar | manic depression | lithium
schizophrenia | psychosis | antipsychotic | psychotic
suicide | suicidal | self-harm
anorexia | eating disorder | bulimia
addiction | dependence | substance use | use disorder
opioid | opioids | opiate | opiates | morphine | oxycodone | codeine
tranquilliser | tranquillisers | benzodiazepine | benzodiazepines | diazepam | valium
sleeping pill | sleeping pills | hypnotic | hypnotics | zolpidem | sedative
antihistamine | antihistamines | diphenhydramine | cetirizine
steroid | steroids | corticosteroid | corticosteroids | prednisone | prednisolone | dexamethasone | cortisone
antacid | antacids | calcium carbonate
insulin | insulin resistance
metformin | biguanide
semaglutide | ozempic | wegovy | glp-1 | liraglutide
viagra | sildenafil | pde5
erectile dysfunction | impotence | erection
infertility | fertility | conception | subfertility
sperm | semen
egg freezing | ivf | in vitro fertilisation | assisted reproduction
c-section | caesarean | cesarean
labour | labor | childbirth | delivery
postpartum | postnatal | after birth
preeclampsia | pre-eclampsia
stretch marks | striae
pcos | polycystic ovary | polycystic ovarian
endometriosis | pelvic pain
yeast infection | thrush | candidiasis | candida
vaginal | vagina | bacterial vaginosis
pap smear | pap smears | cervical screening
std | stds | sti | stis | sexually transmitted | chlamydia | gonorrhoea
incontinence | leaking urine | urine leakage | bladder control
pelvic floor | kegel | kegels
kidney stone | kidney stones | nephrolithiasis | urolithiasis | renal calculi
gallstone | gallstones | cholelithiasis | gallbladder
fatty liver | steatosis | nafld | steatohepatitis
cirrhosis | liver scarring
ulcer | ulcers | peptic | helicobacter pylori
crohn's | crohn disease | inflammatory bowel
colitis | ulcerative colitis | inflammatory bowel
haemorrhoid | haemorrhoids | hemorrhoids | piles
bloating | flatulence | gas
leaky gut | intestinal permeability
appendicitis | appendectomy
hernia | herniation
gout | uric acid | urate | hyperuricaemia
rheumatism | rheumatoid | rheumatic
rheumatoid arthritis | inflammatory arthritis
osteoporosis | bone density | bone loss | bone mineral density
lupus | systemic lupus
autoimmune | autoimmunity
psoriasis | psoriatic
rosacea | facial redness
wart | warts | verruca
dandruff | seborrhoeic dermatitis
athlete's foot | tinea | fungal infection
ringworm | tinea
head lice | lice | pediculosis
bed bug | bed bugs | scabies
burn | burns | scald
wound | wounds | wound healing | cut
scar | scars | keloid
bruise | bruises | ecchymosis
swelling | oedema | edema
varicose | venous insufficiency
dizzy | dizziness | vertigo
fainting | syncope | faint
tinnitus | ringing in the ears
ear wax | cerumen
night vision | dark adaptation | night blindness | see in the dark
glaucoma | intraocular pressure
cataract | lens opacity
macular degeneration | amd
dry eye | dry eyes | keratoconjunctivitis
carrot | carrots | beta-carotene | carotenoid
lutein | carotenoid | zeaxanthin
antioxidant | antioxidants | free radical | oxidative stress
collagen | collagen peptides
glucosamine | chondroitin
creatine | creatine monohydrate
protein | protein intake | whey
multivitamin | multivitamins | micronutrient | micronutrients
supplement | supplements | supplementation
calcium | calcium carbonate
iron | ferrous | ferritin
iodine | iodide
selenium | selenomethionine
potassium | potassium chloride
nootropic | nootropics | ginkgo
ginseng | panax
echinacea | coneflower
elderberry | sambucus
cinnamon | cassia
aloe vera | aloe
tea tree oil | melaleuca
lavender | lavandula
peppermint | menthol
valerian | valeriana
kava | piper methysticum
ashwagandha | withania
ephedra | ma huang
saw palmetto | serenoa
cranberry | cranberries
cherry | cherries
pomegranate | punica
beetroot | beet | dietary nitrate
water | hydration | fluid intake
ice bath | ice baths | cold-water immersion | cryotherapy | cold plunge
sauna | saunas | heat exposure
sore muscles | muscle soreness
stretching | flexibility
strength training | weight training | resistance training | resistance exercise
aerobic | cardio | endurance
running | runners | jogging
standing desk | standing desks | sit-stand
posture | spinal alignment
concussion | traumatic brain injury | head injury
sids | cot death | sudden infant death
teething | tooth eruption
colic | infantile colic | crying
circumcision | circumcised
growing pains | limb pain
puberty | pubertal
bedwetting | enuresis
screen | screens | television | media use
dummy | pacifier | pacifiers
formula | infant formula | bottle-feeding
cannabis | thc
psilocybin | magic mushroom | magic mushrooms | psychedelic
ketamine | esketamine
chemotherapy | cytotoxic
radiotherapy | radiation therapy
biopsy | tissue sampling
mammogram | mammograms | mammography
psa | prostate-specific antigen
surgery | surgical | operation | operations
transplant | transplantation | graft
stem cell | stem cells | progenitor
gene | genes | genetic | genetics | hereditary
inherit | inherited | heritability | familial
ageing | aging | anti-ageing | senescence
wrinkle | wrinkles | photoageing
botox | botulinum
hospital | hospitalisation | hospitalization | admission | admissions | hospitalised
emergency | emergency department
doctor | doctors | physician | physicians
nurse | nurses | nursing
artery | arteries | arterial | vascular | blood vessel | blood vessels | endothelial
hardening of the arteries | atherosclerosis | plaque
aneurysm | aortic dilatation
blood | serum | plasma
nerve | nerves | neuropathy | neural
stroke risk | cerebrovascular
hiccup | hiccups | singultus
earthing | grounding
alkaline | alkaline diet | acid-base
juice cleanse | detox diet
hangover | hangovers | veisalgia
motion sickness | seasick | travel sickness
altitude sickness | mountain sickness
jet lag | circadian
heat stroke | heatstroke | hyperthermia
hypothermia | core temperature
snake bite | snake bites | snakebite | envenoming
bee sting | bee stings | hymenoptera
peanut | peanuts | peanut allergy
food allergy | food allergies | anaphylaxis
anaphylaxis | anaphylactic
latex | latex allergy
mosquito | mosquitoes | dengue | vector-borne
deet | repellent | repellents
tick | ticks | tick-borne
rabies | rabid
tetanus | lockjaw
polio | poliomyelitis
meningitis | meningococcal
mono | mononucleosis | epstein-barr
long covid | post-covid | post-acute sequelae
hydroxychloroquine | chloroquine
remdesivir | antiviral | antivirals | oseltamivir | tamiflu
antibiotic | antibiotics | antibacterial | antimicrobial
superbug | superbugs | antimicrobial resistance | mrsa | antibiotic resistance
"""

NARROWER = """
painkiller: ibuprofen | paracetamol | acetaminophen | nsaid | non-steroidal | analgesic
painkillers: ibuprofen | paracetamol | acetaminophen | nsaid | non-steroidal | analgesic
antibiotic: amoxicillin | penicillin | azithromycin
antibiotics: amoxicillin | penicillin | azithromycin
ibuprofen: nsaid | non-steroidal anti-inflammatory
blood pressure pills: antihypertensive | lisinopril | amlodipine
heart problems: cardiovascular | cardiac | coronary
infection: respiratory infection
whole grain: dietary fibre | dietary fiber
red meat: beef | processed meat
herb: herbal | extract
herbal remedy: extract | phytotherapy
"""

using System.Collections.Immutable;

namespace NewsDiff.Languages;

/// <summary>Languages of which only the words of dates are known.</summary>
internal static class OtherLanguages
{
    public static readonly ImmutableArray<Language> All =
    [
        new()
        {
            Codes = "mn",
            WritesYearFirst = true,
            Am = "үө",
            Pm = "үх",
            DateParticles = "оны р сарын",
        },
        new()
        {
            Codes = "ga",
            Country = "IE",
            Am = "ga:rn",
            Pm = "ga:in",
            Months =
                "eanáir,feabhra feabh,márta,aibreán,bealtaine beal,meitheamh meith,iúil,lúnasa,meán_fómhair mfómh,"
                + "deireadh_fómhair dfómh,samhain samh,nollaig noll",
            Weekdays =
                "dé_luain luan,dé_máirt máirt,dé_céadaoin céad,déardaoin déar,dé_haoine aoine,dé_sathairn sath,"
                + "dé_domhnaigh domh",
        },
        new()
        {
            Codes = "eo",
            Am = "eo:atm",
            Pm = "eo:ptm",
            Months =
                "januaro jan,februaro feb,marto,aprilo apr,majo maj,junio jun,julio jul,aŭgusto,septembro sep,"
                + "oktobro okt,novembro nov,decembro dec",
            Weekdays = "lundo,mardo,merkredo,ĵaŭdo,vendredo,sabato sa,dimanĉo",
        },
        new()
        {
            Codes = "ku",
            Am = "ku:bn",
            Pm = "ku:pn",
            Months =
                "rêbendanê rêbendan,reşemiyê reşemî,adarê adar,avrêlê avrêl avr,gulanê gulan,pûşperê pûşper,"
                + "tîrmehê tîrmeh,gelawêjê gelawêj,rezberê rezber,kewçêrê kewçêr,sermawezê sermawez,berfanbarê "
                + "berfanbar",
        },
        new()
        {
            Codes = "so",
            Am = "so:gh so:sn",
            Pm = "so:gd so:gn",
            Months =
                "jannaayo jan,febraayo feb,maarso,abriil abr,may maajo,juun jun,luuliyo,ogosto,sebteembar,oktoobar okt,"
                + "noofeembar,diseembar dis",
            Weekdays = "isniin isn,talaado tldo,arbaco arbc,khamiis khms,jimco,sabti sbti,axad",
        },
        new()
        {
            Codes = "ps",
            Am = "ps:غم",
            Pm = "ps:غو",
            Months = "جنوري,فبروري فېبروري,مارچ,اپریل,مۍ,جون,جولای,اګست,سېپتمبر سپتمبر,اکتوبر,نومبر,دسمبر",
            Weekdays = "دونۍ,درېنۍ,څلرنۍ,پينځنۍ,جمعه,اونۍ,يونۍ",
        },
        new() { Codes = "lb", Am = "moies", Pm = "nomëttes" },
        new() { Codes = "gsw", Afternoon = "am_namittag" },
        new() { Codes = "hsb dsb", Morning = "dopołdnja", Afternoon = "wótpołdnja popołdnju" },
        new() { Codes = "se", Am = "iđitbeaivet", Pm = "eahketbeaivet" },
        new()
        {
            Codes = "ha",
            Am = "safiya",
            Pm = "yamma",
            Months =
                "janairu jan,faburairu,maris,afirilu,mayu may,yuni,yuli,agusta agu,satumba,oktoba okt,nuwamba,"
                + "disamba dis",
            Weekdays = "litinin,talata,laraba,alhamis,jummaʼa jum,asabar,lahadi",
        },
        new()
        {
            Codes = "ky",
            Am = "таңкы",
            Pm = "түштөн_кийинки",
            Months =
                "январь янв,февраль фев,март мар,апрель апр,май,июнь июн,июль июл,август авг,сентябрь сен,октябрь "
                + "окт,ноябрь ноя,декабрь дек",
            Weekdays = "дүйшөмбү дүй,шейшемби шейш,шаршемби шарш,бейшемби бейш,жума,ишемби ишм,жекшемби жек",
        },
        new() { Codes = "tk", Am = "günortadan_öň", Pm = "günortadan_soň" },
        new()
        {
            Codes = "ug",
            Am = "چۈشتىن_بۇرۇن",
            Pm = "چۈشتىن_كېيىن",
            Months = "يانۋار,فېۋرال,مارت,ئاپرېل,ماي,ئىيۇن,ئىيۇل,ئاۋغۇست,سېنتەبىر,ئۆكتەبىر,نويابىر,دېكابىر",
            Weekdays = "دۈشەنبە,سەيشەنبە,چارشەنبە,پەيشەنبە,جۈمە,شەنبە,يەكشەنبە",
        },
        new()
        {
            Codes = "am",
            Am = "ጥዋት",
            Pm = "ከሰዓት",
            Months = "ጃንዩወሪ ጃንዩ,ፌብሩወሪ ፌብሩ,ማርች,ኤፕሪል ኤፕሪ,ሜይ,ጁን,ጁላይ,ኦገስት ኦገስ,ሴፕቴምበር ሴፕቴ,ኦክቶበር ኦክቶ,ኖቬምበር ኖቬም,ዲሴምበር ዲሴም",
        },
        new()
        {
            Codes = "si",
            Am = "පෙව",
            Pm = "පව",
            Months =
                "ජනවාරි,පෙබරවාරි පෙබ,මාර්තු මාර්,අප්‍රේල්,මැයි,ජූනි,ජූලි,අගෝස්තු අගෝ,සැප්තැම්බර් සැප්,ඔක්තෝබර් ඔක්,"
                + "නොවැම්බර් නොවැ,දෙසැම්බර් දෙසැ",
            Weekdays = "සඳුදා,අඟහරුවාදා අඟහ,බදාදා,බ්‍රහස්පතින්දා බ්‍රහස්,සිකුරාදා සිකු,සෙනසුරාදා සෙන,ඉරිදා",
        },
        new()
        {
            Codes = "lo",
            Am = "ກ່ອນທ່ຽງ",
            Pm = "ຫຼັງທ່ຽງ",
            Months = "ມັງກອນ,ກຸມພາ,ມີນາ,ເມສາ,ພຶດສະພາ,ມິຖຸນາ,ກໍລະກົດ,ສິງຫາ,ກັນຍາ,ຕຸລາ,ພະຈິກ,ທັນວາ",
            Weekdays = "ວັນຈັນ ຈັນ,ວັນອັງຄານ ອັງຄານ,ວັນພຸດ ພຸດ,ວັນພະຫັດ ພະຫັດ,ວັນສຸກ ສຸກ,ວັນເສົາ ເສົາ,ວັນອາທິດ ອາທິດ",
        },
        new()
        {
            Codes = "my",
            Am = "နံနက်",
            Pm = "ညနေ",
            Months =
                "ဇန်နဝါရီ ဇန်,ဖေဖော်ဝါရီ,မတ်,ဧပြီ,မေ,ဇွန်,ဇူလိုင်,ဩဂုတ်,စက်တင်ဘာ စက်,အောက်တိုဘာ အောက်,နိုဝင်ဘာ နို,"
                + "ဒီဇင်ဘာ",
            Weekdays = "တနင်္လာ,အင်္ဂါ,ဗုဒ္ဓဟူး,ကြာသပတေး,သောကြာ,စနေ,တနင်္ဂနွေ",
        },
        new()
        {
            Codes = "zu",
            Months =
                "januwari,februwari,mashi,ephreli,meyi,juni,julayi,agasti,septhemba,okthoba,novemba,disemba",
        },
        new()
        {
            Codes = "mt",
            DateParticles = "ta",
            Months =
                "jannar jan,frar,marzu,april apr,mejju,ġunju,lulju,awwissu,settembru set,ottubru ott,novembru nov,"
                + "diċembru",
        },
        new()
        {
            Codes = "fy",
            Months =
                "jannewaris jan,febrewaris feb,maart mrt,april apr,maaie mai,juny jun,july jul,augustus aug,"
                + "septimber sep,oktober okt,novimber nov,desimber des",
            Weekdays = "moandei mo,tiisdei ti,woansdei wo,tongersdei to,freed fr,sneon,snein",
        },
        new()
        {
            Codes = "ne",
            Months = "जनवरी,फेब्रुअरी,मार्च,अप्रिल,मे,जुन,जुलाई,अगस्ट,सेप्टेम्बर,अक्टोबर,नोभेम्बर,डिसेम्बर",
            Weekdays = "सोमबार सोम,मङ्गलबार मङ्गल,बुधबार बुध,बिहिबार बिहि,शुक्रबार शुक्र,शनिबार शनि,आइतबार आइत",
        },
        new()
        {
            Codes = "km",
            Months = "មករា,កុម្ភៈ,មីនា,មេសា,ឧសភា,មិថុនា,កក្កដា,សីហា,កញ្ញា,តុលា,វិច្ឆិកា,ធ្នូ",
            Weekdays = "ចន្ទ,អង្គារ,ពុធ,ព្រហស្បតិ៍ ព្រហ,សុក្រ,សៅរ៍,អាទិត្យ",
        },
        new()
        {
            Codes = "tg",
            Months =
                "январ янв,феврал фев,март мар,апрел апр,май,июн,июл,август авг,сентябр сен,октябр окт,ноябр ноя,"
                + "декабр дек",
            Weekdays = "душанбе дшб,сешанбе сшб,чоршанбе чшб,панҷшанбе пшб,ҷумъа ҷмъ,шанбе шнб,якшанбе яшб",
        },
        new()
        {
            Codes = "tt",
            Months =
                "гыйнвар гыйн,февраль фев,март мар,апрель апр,май,июнь,июль,август авг,сентябрь сент,октябрь окт,"
                + "ноябрь нояб,декабрь дек",
            Weekdays = "дүшәмбе дүш,сишәмбе сиш,чәршәмбе чәр,пәнҗешәмбе пәнҗ,җомга җом,шимбә шим,якшәмбе якш",
        },
        new()
        {
            Codes = "or",
            Months = "ଜାନୁଆରୀ,ଫେବୃଆରୀ,ମାର୍ଚ୍ଚ,ଅପ୍ରେଲ,ମଇ,ଜୁନ,ଜୁଲାଇ,ଅଗଷ୍ଟ,ସେପ୍ଟେମ୍ବର,ଅକ୍ଟୋବର,ନଭେମ୍ବର,ଡିସେମ୍ବର",
            Weekdays = "ସୋମବାର ସୋମ,ମଙ୍ଗଳବାର ମଙ୍ଗଳ,ବୁଧବାର ବୁଧ,ଗୁରୁବାର ଗୁରୁ,ଶୁକ୍ରବାର ଶୁକ୍ର,ଶନିବାର ଶନି,ରବିବାର ରବି",
        },
        new()
        {
            Codes = "as",
            Months =
                "জানুৱাৰী জানু,ফেব্ৰুৱাৰী ফেব্ৰু,মাৰ্চ,এপ্ৰিল,মে',জুন,জুলাই,আগষ্ট,ছেপ্তেম্বৰ ছেপ্তে,অক্টোবৰ অক্টো,"
                + "নৱেম্বৰ নৱে,ডিচেম্বৰ ডিচে",
            Weekdays = "সোমবাৰ সোম,মঙ্গলবাৰ মঙ্গল,বুধবাৰ বুধ,বৃহস্পতিবাৰ বৃহ,শুক্ৰবাৰ শুক্ৰ,শনিবাৰ শনি,দেওবাৰ দেও",
        },
    ];
}

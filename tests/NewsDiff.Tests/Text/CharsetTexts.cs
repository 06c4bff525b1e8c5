namespace NewsDiff.Tests.Text;

/// <summary>News in many languages, each with the encodings that it is written in.</summary>
internal static class CharsetTexts
{
    /// <summary>The texts by language; a text has no character that one of its encodings lacks.</summary>
    public static IReadOnlyDictionary<string, (string Encodings, string Text)> ByLanguage
    {
        get;
    } = new Dictionary<string, (string, string)>
    {
        ["Russian"] = ("windows-1251 koi8-r iso-8859-5",
            "Городской совет вчера вечером утвердил новый бюджет. Депутаты спорили почти пять часов, и только после "
            + "перерыва нашли общее решение. "
            + "Больше всего средств получат школы и дороги, а строительство бассейна отложено до следующей весны. "
            + "Мэр Анна Щукина объяснила это "
            + "ростом цен на материалы. Жители района Заречье собрали подписи против закрытия библиотеки; их просьбу "
            + "рассмотрят в четверг."),
        ["Bulgarian"] = ("windows-1251 iso-8859-5",
            "Общинският съвет прие снощи новия бюджет след дълги спорове. Най-много пари ще получат училищата и "
            + "пътищата, а строежът на басейна се "
            + "отлага за следващата пролет. Кметът обясни решението с по-високите цени на материалите. Жителите на "
            + "крайния квартал събраха подписи "
            + "срещу закриването на библиотеката и тяхното искане ще бъде разгледано в четвъртък."),
        ["Ukrainian"] = ("windows-1251 koi8-u iso-8859-5",
            "Міська рада вчора ввечері затвердила новий бюджет. Депутати сперечалися майже п'ять годин і лише після "
            + "перерви знайшли спільне рішення. "
            + "Найбільше коштів отримають школи та дороги, а будівництво басейну відкладено до наступної весни. Мер "
            + "пояснив це зростанням цін на "
            + "матеріали. Жителі їхнього району зібрали підписи проти закриття бібліотеки; прохання розглянуть у "
            + "четвер."),
        ["Serbian"] = ("windows-1251 iso-8859-5",
            "Градско веће је синоћ усвојило нови буџет после дуге расправе. Највише новца добиће школе и путеви, док "
            + "је изградња базена одложена за "
            + "следеће пролеће. Градоначелница је одлуку објаснила већим ценама материјала. Грађани приградског "
            + "насеља скупљају потписе против "
            + "затварања библиотеке, а о њиховом захтеву одлучиваће се у четвртак."),
        ["Greek"] = ("windows-1253 iso-8859-7",
            "Το δημοτικό συμβούλιο ενέκρινε χθες το βράδυ τον νέο προϋπολογισμό. Οι σύμβουλοι διαφωνούσαν σχεδόν "
            + "πέντε ώρες και βρήκαν κοινή λύση μετά "
            + "το διάλειμμα. Τα περισσότερα χρήματα θα πάρουν τα σχολεία και οι δρόμοι, ενώ η κατασκευή της πισίνας "
            + "αναβάλλεται για την επόμενη άνοιξη. "
            + "Ο δήμαρχος μίλησε για αυξημένες τιμές των υλικών. Οι κάτοικοι μάζεψαν υπογραφές για τη βιβλιοθήκη."),
        ["Hebrew"] = ("windows-1255",
            "מועצת העיר אישרה אמש את התקציב החדש לאחר דיון ארוך. רוב הכסף יועבר לבתי הספר ולכבישים, ואילו בניית "
            + "הבריכה נדחתה לאביב הבא. ראש העיר "
            + "הסבירה כי מחירי החומרים עלו מאוד בשנה האחרונה. תושבי השכונה הדרומית אספו חתימות נגד סגירת הספרייה, "
            + "ובקשתם תידון ביום חמישי."),
        ["Arabic"] = ("windows-1256 iso-8859-6",
            "وافق مجلس المدينة مساء أمس على الميزانية الجديدة بعد نقاش طويل. ستحصل المدارس والطرق على معظم الأموال، "
            + "أما بناء المسبح فقد تأجل إلى الربيع "
            + "المقبل. وقالت رئيسة البلدية إن أسعار المواد ارتفعت كثيرا هذا العام. وجمع سكان الحي الجنوبي توقيعات ضد "
            + "إغلاق المكتبة، وسينظر في طلبهم يوم الخميس."),
        ["Thai"] = ("windows-874",
            "สภาเมืองอนุมัติงบประมาณใหม่เมื่อคืนนี้หลังจากถกเถียงกันเกือบห้าชั่วโมง "
            + "โรงเรียนและถนนจะได้รับเงินมากที่สุด ส่วนการสร้างสระว่ายน้ำเลื่อนไปเป็นปีหน้า "
            + "นายกเทศมนตรีกล่าวว่าราคาวัสดุสูงขึ้นมาก ชาวบ้านรวบรวมรายชื่อคัดค้านการปิดห้องสมุด"),
        ["Polish"] = ("windows-1250 iso-8859-2",
            "Rada miasta przyjęła wczoraj wieczorem nowy budżet. Radni kłócili się prawie pięć godzin i dopiero po "
            + "przerwie znaleźli wspólne rozwiązanie. "
            + "Najwięcej pieniędzy dostaną szkoły i drogi, a budowę basenu odłożono do następnej wiosny. Burmistrz "
            + "tłumaczyła to wyższymi cenami materiałów. "
            + "Mieszkańcy osiedla zebrali podpisy przeciwko zamknięciu biblioteki; ich prośbą radni zajmą się we "
            + "czwartek."),
        ["Czech"] = ("windows-1250 iso-8859-2",
            "Zastupitelé včera večer schválili nový rozpočet města. Hádali se téměř pět hodin a společné řešení "
            + "našli až po přestávce. Nejvíce peněz "
            + "dostanou školy a silnice, stavba bazénu se odkládá na příští jaro. Starostka to vysvětlila vyššími "
            + "cenami materiálu. Obyvatelé sídliště "
            + "sbírají podpisy proti uzavření knihovny; jejich žádost projedná rada ve čtvrtek."),
        ["Hungarian"] = ("windows-1250 iso-8859-2",
            "A városi közgyűlés tegnap este elfogadta az új költségvetést. A képviselők csaknem öt órán át "
            + "vitatkoztak, és csak a szünet után találtak közös "
            + "megoldást. A legtöbb pénzt az iskolák és az utak kapják, az uszoda építését a jövő tavaszra "
            + "halasztották. A polgármester a magasabb "
            + "anyagárakkal indokolta a döntést. A lakók aláírásokat gyűjtenek a könyvtár bezárása ellen; kérésükről "
            + "csütörtökön döntenek."),
        ["Croatian"] = ("windows-1250 iso-8859-2",
            "Gradsko vijeće sinoć je nakon duge rasprave usvojilo novi proračun. Najviše novca dobit će škole i "
            + "ceste, a gradnja bazena odgođena je za sljedeće "
            + "proljeće. Gradonačelnica je odluku objasnila višim cijenama građe. Građani četvrti skupljaju potpise "
            + "protiv zatvaranja knjižnice, a o njihovu "
            + "zahtjevu vijećnici će raspravljati u četvrtak."),
        ["Romanian"] = ("windows-1250 iso-8859-2",
            "Consiliul local a aprobat aseară noul buget după o dezbatere de aproape cinci ore. Cei mai mulţi bani "
            + "vor ajunge la şcoli şi la drumuri, iar "
            + "construcţia bazinului a fost amânată până în primăvara viitoare. Primăriţa a explicat că preţurile "
            + "materialelor au crescut. Locuitorii "
            + "strâng semnături împotriva închiderii bibliotecii, iar cererea lor va fi discutată joi."),
        ["Turkish"] = ("windows-1254 iso-8859-9",
            "Belediye meclisi dün akşam yeni bütçeyi onayladı. Üyeler yaklaşık beş saat tartıştı ve ortak çözümü "
            + "ancak aradan sonra buldu. En çok parayı "
            + "okullar ve yollar alacak, yüzme havuzunun inşaatı ise gelecek ilkbahara bırakıldı. Başkan kararı "
            + "artan malzeme fiyatlarıyla açıkladı. Mahalle "
            + "sakinleri kütüphanenin kapatılmasına karşı imza topluyor; istekleri perşembe günü görüşülecek."),
        ["Lithuanian"] = ("windows-1257",
            "Miesto taryba vakar vakare po ilgų ginčų patvirtino naują biudžetą. Daugiausia pinigų gaus mokyklos ir "
            + "keliai, o baseino statyba atidėta iki kito "
            + "pavasario. Merė tai paaiškino išaugusiomis medžiagų kainomis. Rajono gyventojai renka parašus prieš "
            + "bibliotekos uždarymą, jų prašymą taryba "
            + "svarstys ketvirtadienį."),
        ["Latvian"] = ("windows-1257",
            "Pilsētas dome vakar vakarā pēc ilgām debatēm apstiprināja jauno budžetu. Visvairāk naudas saņems skolas "
            + "un ceļi, bet baseina būvniecība atlikta "
            + "līdz nākamajam pavasarim. Mēre to skaidroja ar augošajām materiālu cenām. Iedzīvotāji vāc parakstus "
            + "pret bibliotēkas slēgšanu, viņu lūgumu "
            + "izskatīs ceturtdien."),
        ["French"] = ("windows-1252 iso-8859-9",
            "Le conseil municipal a adopté hier soir le nouveau budget, après presque cinq heures de débats. Les "
            + "écoles et les routes recevront la plus grosse "
            + "part, tandis que la piscine, déjà reportée, ne sera construite qu'au printemps prochain. Là où les "
            + "élus espéraient gagner, dit la maire, les "
            + "matériaux ont coûté plus cher. Des habitants du quartier s'opposent à la fermeture de la "
            + "bibliothèque; ils seront reçus jeudi à la mairie."),
        ["German"] = ("windows-1252 windows-1254 windows-1250 iso-8859-2",
            "Der Stadtrat hat gestern Abend den neuen Haushalt beschlossen. Fast fünf Stunden stritten die "
            + "Abgeordneten und fanden erst nach der Pause eine "
            + "Lösung. Das meiste Geld erhalten Schulen und Straßen; der Bau des Schwimmbads wird auf nächstes "
            + "Frühjahr verschoben. Die Bürgermeisterin "
            + "begründete das mit höheren Preisen. Anwohner sammeln Unterschriften gegen die Schließung der Bücherei."),
        ["Spanish"] = ("windows-1252 iso-8859-9",
            "El pleno aprobó anoche el nuevo presupuesto después de casi cinco horas de discusión. La mayor parte "
            + "del dinero irá a las escuelas y a los caminos; "
            + "la construcción de la piscina se aplaza hasta la próxima primavera. La alcaldesa lo explicó por el "
            + "aumento de los precios. ¿Qué pasará con la "
            + "biblioteca? Los vecinos recogen firmas contra su cierre y el jueves se estudiará su petición, según "
            + "fuentes del municipio."),
        ["Portuguese"] = ("windows-1252",
            "A câmara aprovou ontem à noite o novo orçamento, depois de quase cinco horas de discussão. As escolas e "
            + "as estradas receberão a maior parte do "
            + "dinheiro; a construção da piscina fica adiada até à próxima primavera. A presidente explicou a "
            + "decisão com o preço dos materiais, que não "
            + "pára de subir. Os moradores recolhem assinaturas contra o fecho da biblioteca, e o pedido será "
            + "discutido na quinta-feira."),
        ["Italian"] = ("windows-1252",
            "Il consiglio comunale ha approvato ieri sera il nuovo bilancio: perché tutti fossero d'accordo ci sono "
            + "volute quasi cinque ore. La città darà più "
            + "soldi alle scuole e alle strade, mentre la piscina sarà costruita la prossima primavera. Così la "
            + "sindaca: la difficoltà è il prezzo dei materiali. "
            + "Però i cittadini raccolgono firme contro la chiusura della biblioteca; se ne parlerà giovedì."),
        ["Danish"] = ("windows-1252",
            "Byrådet vedtog i går aftes det nye budget efter næsten fem timers drøftelser. Skoler og veje får flest "
            + "penge, mens svømmehallen først bliver bygget "
            + "næste forår. Borgmesteren forklarede det med højere priser på materialer. Beboerne samler "
            + "underskrifter mod lukningen af biblioteket, og deres "
            + "ønske skal behandles på torsdag."),
        ["Swedish"] = ("windows-1252",
            "Kommunfullmäktige antog i går kväll den nya budgeten efter nästan fem timmars debatt. Skolor och vägar "
            + "får mest pengar, medan simhallen byggs först "
            + "nästa vår. Ordföranden förklarade det med högre priser på material. De boende samlar in namn mot "
            + "stängningen av biblioteket, och deras begäran "
            + "tas upp på torsdag."),
        ["Icelandic"] = ("windows-1252",
            "Bæjarstjórn samþykkti í gærkvöldi nýja fjárhagsáætlun eftir nær fimm tíma umræður. Skólar og vegir fá "
            + "mest fé, en byggingu sundlaugar er frestað "
            + "fram á næsta vor. Bæjarstjórinn sagði að verð á efni hefði hækkað. Íbúar safna undirskriftum gegn "
            + "lokun bókasafnsins og beiðni þeirra verður "
            + "rædd á fimmtudag."),
        ["Japanese"] = ("shift_jis euc-jp iso-2022-jp",
            "市議会は昨夜、五時間近い議論の末に新しい予算を可決した。学校と道路に最も多くの資金が配分され、プールの建設は来年の春まで延期される。市長は材料の値上がりが"
            + "理由だと説明した。住民は図書館の閉鎖に反対する署名を集めており、木曜日の会議で取り上げられる予定だ。「子どもたちの居場所をなくさないでほしい」と話す人もいた。"),
        ["Simplified"] = ("gbk gb18030",
            "市议会昨天晚上经过近五个小时的讨论，通过了新的预算。学校和道路将得到最多的资金，游泳馆的建设推迟到明年春天。市长说，材料价格上涨是主要的原因。"
            + "当地的居民正在收集签名，反对关闭图书馆，他们的请求将在星期四的会议上讨论。有人说：“我们不能让孩子们没有地方看书。”"),
        ["Traditional"] = ("big5",
            "市議會昨天晚上經過近五個小時的討論，通過了新的預算。學校和道路將得到最多的資金，游泳館的建設延到明年春天。市長說，材料價格上漲是主要的原因。"
            + "當地的居民正在收集簽名，反對關閉圖書館，他們的請求將在星期四的會議上討論。有人說：「我們不能讓孩子們沒有地方看書。」"),
        ["Korean"] = ("euc-kr",
            "시의회는 어젯밤 다섯 시간 가까운 토론 끝에 새 예산안을 통과시켰다. 학교와 도로에 가장 많은 돈이 돌아가고 수영장 건설은 내년 봄으로 미뤄졌다. 시장은 "
            + "자재 가격이 올랐기 때문이라고 설명했다. 주민들은 도서관 폐쇄에 반대하는 서명을 모으고 있으며 이 요청은 목요일 회의에서 다룰 예정이다."),
    };
}

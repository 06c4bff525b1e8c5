using NewsDiff.Extraction;

namespace NewsDiff.Tests.Extraction;

/// <summary>The language of an article is judged by its text where the page states none, or a wrong one.</summary>
public sealed class LanguageTests
{
    public static TheoryData<string, string> Texts => new()
    {
        {
            "en",
            "The council said on Monday that the bridge would stay closed until the end of the month, because "
                + "the repairs had taken longer than planned. About two thousand people who use it every day will "
                + "have to take the ferry, which is not free."
        },
        {
            "de",
            "Der Rat teilte am Montag mit, dass die Brücke bis zum Ende des Monats gesperrt bleibt, weil die "
                + "Arbeiten länger dauern als geplant. Rund zweitausend Menschen, die sie jeden Tag nutzen, müssen "
                + "nun mit der Fähre fahren, und die ist nicht umsonst."
        },
        {
            "fr",
            "Le conseil a annoncé lundi que le pont resterait fermé jusqu'à la fin du mois, parce que les "
                + "travaux durent plus longtemps que prévu. Environ deux mille personnes qui l'empruntent chaque "
                + "jour devront prendre le bac, qui n'est pas gratuit."
        },
        {
            "es",
            "El consejo anunció el lunes que el puente seguirá cerrado hasta el fin de mes, porque las obras "
                + "duran más de lo previsto. Unas dos mil personas que lo usan cada día tendrán que tomar el "
                + "transbordador, que no es gratis, según la alcaldesa."
        },
        {
            "pt",
            "O conselho anunciou na segunda-feira que a ponte ficará fechada até o fim do mês, porque as obras "
                + "demoram mais do que o previsto. Cerca de duas mil pessoas que a usam todos os dias terão de tomar "
                + "a balsa, que não é gratuita, disse ela."
        },
        {
            "it",
            "Il consiglio ha annunciato lunedì che il ponte resterà chiuso fino alla fine del mese, perché i "
                + "lavori durano più del previsto. Circa duemila persone che lo usano ogni giorno dovranno prendere "
                + "il traghetto, che non è gratuito, ha detto la sindaca."
        },
        {
            "nl",
            "De raad heeft maandag laten weten dat de brug tot het einde van de maand dicht blijft, omdat het "
                + "werk langer duurt dan gepland. Ongeveer tweeduizend mensen die er elke dag gebruik van maken, "
                + "moeten nu met de pont, en die is niet gratis."
        },
        {
            "sv",
            "Rådet meddelade på måndagen att bron är stängd till slutet av månaden, eftersom arbetet tar längre "
                + "tid än man hade räknat med. Omkring två tusen personer som använder den varje dag måste nu ta "
                + "färjan, och den är inte gratis, säger hon."
        },
        {
            "pl",
            "Rada poinformowała w poniedziałek, że most będzie zamknięty do końca miesiąca, bo prace trwają "
                + "dłużej niż planowano. Około dwóch tysięcy osób, które korzystają z niego codziennie, musi teraz "
                + "jeździć promem, który nie jest za darmo, jak mówi burmistrz."
        },
        {
            "tr",
            "Belediye meclisi pazartesi günü köprünün ay sonuna kadar kapalı kalacağını ve çalışmaların "
                + "planlanandan daha uzun sürdüğünü açıkladı. Her gün köprüyü kullanan iki bin kadar kişi bu süre "
                + "içinde feribota binmek için para ödemek zorunda ama daha çok sefer olacak."
        },
        {
            "id",
            "Dewan kota mengatakan pada hari Senin bahwa jembatan itu akan tetap ditutup sampai akhir bulan "
                + "karena pekerjaan memakan waktu lebih lama. Sekitar dua ribu orang yang menggunakan jembatan "
                + "tersebut setiap hari harus naik feri, dan itu tidak gratis untuk mereka."
        },
        {
            "ru",
            "Совет сообщил в понедельник, что мост останется закрытым до конца месяца, так как работы идут "
                + "дольше, чем было намечено. Около двух тысяч человек, которые пользуются им каждый день, должны "
                + "будут ездить на пароме, а он не бесплатный, как говорит мэр."
        },
        {
            "uk",
            "Рада повідомила в понеділок, що міст буде закритий до кінця місяця, бо роботи тривають довше, ніж "
                + "було заплановано. Близько двох тисяч людей, які користуються ним щодня, мають тепер їздити "
                + "поромом, а він не безкоштовний, як каже міська голова."
        },
        {
            "ar",
            "قال المجلس يوم الاثنين إن الجسر سيبقى مغلقا حتى نهاية الشهر لأن الأعمال تستغرق وقتا أطول مما كان "
                + "مقررا. وقد قال نحو ألفي شخص من الذين يستخدمون هذا الجسر كل يوم إن عليهم الآن ركوب العبارة التي لا "
                + "تعمل قبل الساعة السابعة"
        },
        {
            "fa",
            "شورای شهر روز دوشنبه اعلام کرد که این پل تا پایان ماه بسته خواهد بود و کار آن بیش از آنچه در برنامه "
                + "بود طول می کشد. حدود دو هزار نفر که هر روز از آن استفاده می کنند باید با قایق بروند که برای آنها "
                + "رایگان نیست"
        },
        {
            "hi",
            "परिषद ने सोमवार को कहा कि यह पुल महीने के अंत तक बंद रहेगा क्योंकि काम में पहले से ज्यादा समय लग "
                + "रहा है। करीब दो हजार लोग जो हर दिन इस पुल से जाते हैं उन को अब नाव से जाना होगा और वह भी मुफ्त "
                + "नहीं है"
        },
        {
            "ja",
            "市議会は月曜日、工事が予定より長引いているため、橋は月末まで通行止めのままになると発表した。毎日この橋を使っている約二千人は、しばらくのあいだ有料の渡し船に乗らなければならないという。市長は住民に理解"
                + "を求めている。"
        },
        {
            "zh",
            "市议会星期一宣布，由于工程比预期时间更长，大桥将继续关闭到月底。每天使用这座大桥的大约两千人必须改乘收费的渡轮。市长请求居民谅解，并表示从下星期起将增加渡轮班次，同时延长服务时间到晚上十点。"
        },
        {
            "ko",
            "시의회는 월요일에 공사가 예정보다 오래 걸려 다리를 월말까지 폐쇄한다고 밝혔다. 매일 이 다리를 이용하는 약 이천 명은 당분간 유료 나룻배를 타야 한다. 시장은 주민들에게 이해를 "
                + "구하며 다음 주부터 배편을 늘리겠다고 말했다."
        },
        {
            "el",
            "Το συμβούλιο ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή ως το τέλος του μήνα, επειδή τα "
                + "έργα διαρκούν περισσότερο από το προγραμματισμένο. Περίπου δύο χιλιάδες άνθρωποι που τη "
                + "χρησιμοποιούν κάθε μέρα πρέπει να πάρουν το πλοίο."
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_that_states_no_language_has_that_of_its_text(string language, string text) =>
        Assert.Equal(language, Read("", text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_wrong_language_is_corrected(string language, string text)
    {
        string[] tags = ["en-US", "de", "ru", "ja", "sw"];
        foreach (string wrong in tags.Where(tag => !tag.StartsWith(language, StringComparison.Ordinal)))
        {
            Assert.Equal(language, Read(wrong, text));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_right_language_keeps_its_region(string language, string text) =>
        Assert.Equal($"{language}-XA", Read($"{language}-XA", text));

    [Theory]
    [InlineData(
        "fy",
        "De rie liet moandei witte dat de brêge oant de ein fan 'e moanne ticht bliuwt, omdat it wurk "
            + "langer duorret as tocht. Sa'n twatûzen minsken dy't der alle dagen gebrûk fan meitsje, moatte "
            + "no mei de pont, en dy is net fergees.")]
    [InlineData(
        "bs",
        "Vijeće je u ponedjeljak saopćilo da će most biti zatvoren do kraja mjeseca, jer radovi traju "
            + "duže nego što je planirano. Oko dvije hiljade ljudi koji ga koriste svaki dan moraju ići "
            + "trajektom, a on nije besplatan, kaže načelnica.")]
    [InlineData(
        "nb",
        "Rådet sier mandag at broen er stengt ut måneden, fordi arbeidet tar lengre tid enn planlagt. "
            + "Omkring to tusen personer som bruker den hver dag, må nå ta fergen, og den er ikke gratis, "
            + "sier ordføreren til avisen.")]
    [InlineData(
        "yue",
        "市議會星期一宣布，由於工程比預期時間更長，大橋將會繼續封閉到月底。每日使用呢座大橋嘅大約兩千人必須改搭收費嘅渡輪。市長請求居民諒解，並表示由下星期起會增加渡輪班次，同時延長服務時間到夜晚十點。")]
    public void A_neighbour_is_not_taken_for_the_language(string stated, string text) =>
        Assert.Equal(stated, Read(stated, text));

    [Fact]
    public void A_short_text_proves_nothing() => Assert.Equal(
        "de", Read("de", "The bridge is closed until the end of the month, said the mayor of the town on Monday."));

    [Fact]
    public void The_judged_language_reads_the_dates()
    {
        string text = Texts.Single(row => row.Data.Item1 == "de").Data.Item2!;

        ExtractionResult result = Extract("en-US", $"<p>Veröffentlicht 03/04/2024</p><p>{text}</p>");

        Assert.Equal("de", result.Article!.Language);
        Assert.Equal("2024-04-03", result.Article.PublishedAt?.ToString());
    }

    [Fact]
    public void English_that_no_page_states_may_be_of_any_country()
    {
        string text = Texts.Single(row => row.Data.Item1 == "en").Data.Item2!;

        Assert.Null(Extract("", $"<p>Published 03/04/2024</p><p>{text}</p>").Article!.PublishedAt);
        Assert.NotNull(Extract("en", $"<p>Published 03/04/2024</p><p>{text}</p>").Article!.PublishedAt);
    }

    [Theory]
    [InlineData("de-AT", true)]
    [InlineData("en", false)]
    [InlineData("", false)]
    public void The_result_says_whether_the_language_is_stated(string stated, bool expected)
    {
        string text = Texts.Single(row => row.Data.Item1 == "de").Data.Item2!;

        Assert.Equal(expected, Extract(stated, $"<p>{text}</p>").IsLanguageStated);
        Assert.Equal(expected ? "de-AT" : "de", Read(stated, text));
    }

    [Fact]
    public void A_language_that_nothing_tells_is_not_stated()
    {
        ExtractionResult result = Extract("", "<p>The bridge is closed, said the mayor of the town on Monday.</p>");

        Assert.Null(result.Article!.Language);
        Assert.False(result.IsLanguageStated);
    }

    private static string? Read(string stated, string text) => Extract(stated, $"<p>{text}</p>").Article!.Language;

    private static ExtractionResult Extract(string stated, string body) =>
        new HtmlArticleExtractor().Extract(new ExtractionRequest
        {
            Url = new Uri("https://example.com/news/bridge"),
            Html = $"<!doctype html><html lang=\"{stated}\"><head><title>The bridge</title></head>"
                + $"<body><article><h1>The bridge</h1>{body}</article></body></html>",
        });
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsDiff.Cards;

namespace NewsDiff.Evaluation.Cards;

/// <summary>Draws cards of changes in several scripts, writes them down to be looked at, and measures them.</summary>
internal static class CardsCommand
{
    private const int WarmUp = 20;

    private static readonly (string Name, string Before, string After, string OldText, string NewText)[] Changes =
    [
        ("latin", "Ferry returns to the islands after storm", "Ferry cancelled again as storm returns to the islands",
            "The operator has 14 days to answer, and the board was told of it on Monday.",
            "The operator has 28 days to answer, and the board was not told of it on Monday."),
        ("arabic", "رئيس الوزراء يعلن استقالته من منصبه (عاجل)", "رئيس الوزراء ينفي استقالته من منصبه (عاجل)",
            "قال المتحدث إن 14 شخصا قتلوا في مدينة Aleppo يوم الاثنين.",
            "قال المتحدث إن 21 شخصا قتلوا في مدينة Aleppo يوم الثلاثاء."),
        ("hebrew", "ראש הממשלה הודיע על התפטרותו ב-2024", "ראש הממשלה הכחיש את התפטרותו ב-2024",
            "לפחות 12 בני אדם נהרגו (לפי BBC News).", "לפחות 21 בני אדם נהרגו (לפי BBC News)."),
        ("japanese", "首相、辞任の意向を固める　来週にも表明か", "首相、辞任の意向を否定　続投を表明へ",
            "この地震による死者は少なくとも12人に上り、けが人は100人を超えた。",
            "この地震による死者は少なくとも21人に上り、けが人は300人を超えた。"),
        ("cyrillic", "Премьер-министр объявил об отставке", "Премьер-министр опроверг отставку",
            "Погибли 12 человек.", "Погиб 21 человек."),
        ("long", Repeat("A headline on the price of fuel", 12), Repeat("A headline on the cost of fuel", 12),
            Repeat("Word after word after word goes on", 60), Repeat("Word after word before word goes on", 60)),
    ];

    internal static Command Create()
    {
        var cards = new Option<int>("--cards")
        {
            DefaultValueFactory = _ => 200,
            Description = "Cards of each change.",
        };
        var output = new Option<string?>("--output") { Description = "A folder for the pictures; none by default." };
        var command = new Command("cards", "Draws cards of changes, and measures how long that takes.")
        {
            cards, output,
        };
        command.SetAction(arguments => Run(arguments.GetValue(cards), arguments.GetValue(output)));
        return command;
    }

    private static void Run(int cards, string? output)
    {
        using var renderer = new CardRenderer();
        Console.WriteLine("| card | p50 ms | p95 ms | kB | same bytes | missing |\n|---|---|---|---|---|---|");
        foreach ((string name, string before, string after, string oldText, string newText) in Changes)
        {
            var change = new ArticleChange(Version(1, before, oldText), Version(2, after, newText));
            ChangeCard card = renderer.Render(change);
            bool isSame = true;
            List<double> times = [];
            for (int i = 0; i < WarmUp + cards; i++)
            {
                long start = Stopwatch.GetTimestamp();
                ChangeCard again = renderer.Render(change);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                isSame &= again.Png.Span.SequenceEqual(card.Png.Span);
            }

            double[] sorted = [.. times.Skip(WarmUp).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {sorted[sorted.Length / 2]:0.0} | {sorted[sorted.Length * 95 / 100]:0.0} "
                + $"| {card.Png.Length / 1000.0:0} | {(isSame ? "yes" : "no")} | {card.Missing} |"));
            if (output is not null)
            {
                Directory.CreateDirectory(output);
                File.WriteAllBytes(Path.Combine(output, name + ".png"), card.Png.ToArray());
            }
        }
    }

    private static ArticleVersion Version(int number, string title, string text)
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/story"),
            Title = title,
            Paragraphs = [(Paragraph)text],
        };
        return new ArticleVersion
        {
            ArticleId = "story",
            Number = number,
            SeenAt = new DateTimeOffset(2026, 11, 27, 14, number, 0, TimeSpan.Zero),
            Article = article,
            ContentHash = ContentHash.Compute(article),
        };
    }

    private static string Repeat(string text, int times) => string.Join(' ', Enumerable.Repeat(text, times));
}

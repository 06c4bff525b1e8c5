using System.Globalization;

namespace NewsDiff.Tests.Judgement;

/// <summary>Pages of stories for the tests of judgement, in words of their own.</summary>
internal static class Story
{
    private static readonly string[] Subjects = ["harbour", "orchard", "railway", "theatre", "glacier", "market"];

    private static readonly string[] Verbs = ["reopened", "repaired", "inspected", "measured", "described", "defended"];

    private static readonly string[] Things =
    [
        "timetable", "scaffolding", "boundary", "committee", "warehouse", "festival", "reservoir", "manuscript",
    ];

    /// <summary>A page with a title and paragraphs.</summary>
    public static string Page(string title, params string[] paragraphs) =>
        PageOf(title, "<p>" + string.Join("</p><p>", paragraphs) + "</p>");

    /// <summary>A page with a title and a body of HTML.</summary>
    public static string PageOf(string title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>"
        + $"<body><main><article><h1>{title}</h1>{body}</article></main></body></html>";

    /// <summary>Paragraphs about one subject; two subjects have few words in common.</summary>
    public static string[] About(int subject, int paragraphs = 6) =>
        [.. Enumerable.Range(1, paragraphs).Select(number => Paragraph(subject, number))];

    private static string Paragraph(int subject, int number)
    {
        string name = Subjects[subject % Subjects.Length];
        string Word(int at) => name[..3] + Things[(at + subject) % Things.Length] + (char)('a' + ((at * 7) % 26));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The {name} was {Verbs[number % Verbs.Length]} when the {Word(number)} of the {Word(number + 11)} and its "
            + $"{Word(number + 5)} came before the {Word(number + 17)}, as the {name} {Word(number + 23)} had asked.");
    }
}

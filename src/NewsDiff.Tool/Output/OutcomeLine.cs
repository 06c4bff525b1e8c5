using System.Globalization;
using NewsDiff.Rendering;

namespace NewsDiff.Tool.Output;

/// <summary>One outcome of a check as a line for people.</summary>
internal static class OutcomeLine
{
    private const int WordWidth = 10;

    /// <summary>Writes the line.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="revertedTo">The earlier version with the same text as the new one, or null.</param>
    /// <param name="isHeading">Whether the comparison, which includes the title, follows.</param>
    internal static Line Of(CheckOutcome outcome, int? revertedTo, bool isHeading)
    {
        (string word, Ink ink) = Describe(outcome.Kind);
        string details = outcome.Change is { } change
            ? Describe(change, revertedTo)
            : outcome.Reason?.TrimEnd('.') ?? "";
        string rest = isHeading ? details : Title(outcome) + (details.Length > 0 ? $" ({details})" : "");
        Line line = new Line().Add(word.PadRight(WordWidth), ink).Add("  ");
        return outcome.ArticleId is { } id ? line.Add(ShortId.Of(id), Ink.Faint).Add(" " + rest) : line.Add(rest);
    }

    /// <summary>Reports that a feed or article that failed can be read again.</summary>
    internal static Line OfRecovery(CheckOutcome outcome) => new Line()
        .Add("readable".PadRight(WordWidth), Ink.Green).Add($"  {Title(outcome)} (it can be read again)");

    private static string Title(CheckOutcome outcome) =>
        outcome.Version?.Article.Title is { Length: > 0 } title ? title : outcome.Url.AbsoluteUri;

    private static string Describe(ArticleChange change, int? revertedTo)
    {
        string revert = revertedTo is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; same text as version {revertedTo}");
        return string.Create(
            CultureInfo.InvariantCulture, $"version {change.After.Number}: {ChangeSummary.Write(change.Diff)}{revert}");
    }

    private static (string Word, Ink Ink) Describe(CheckKind kind) => kind switch
    {
        CheckKind.FirstSeen => ("first seen", Ink.Green),
        CheckKind.Changed => ("changed", Ink.Yellow),
        CheckKind.Vanished => ("vanished", Ink.Red),
        CheckKind.Returned => ("returned", Ink.Green),
        CheckKind.Failed => ("failed", Ink.Red),
        CheckKind.Merged => ("same as", Ink.Faint),
        CheckKind.Oscillating => ("alternates", Ink.Yellow),
        CheckKind.Postponed => ("postponed", Ink.Yellow),
        CheckKind.FeedRead => ("feed", Ink.Faint),
        _ => ("unchanged", Ink.Faint),
    };
}

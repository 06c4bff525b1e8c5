using System.Collections.Immutable;

namespace NewsDiff.Pages.Texts;

/// <summary>The file of a language.</summary>
internal sealed record TextFile
{
    /// <summary>The language, as HTML writes it.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The form of a date, with <c>{day}</c>, <c>{month}</c> and <c>{year}</c>.</summary>
    public required string Day { get; init; }

    /// <summary>The form of a month of a year.</summary>
    public required string Month { get; init; }

    /// <summary>The form of a date with its time of day, <c>{clock}</c>.</summary>
    public required string Time { get; init; }

    /// <summary>What sets thousands apart.</summary>
    public required string Thousands { get; init; }

    /// <summary>The names of the months.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>The texts by their English words.</summary>
    public required ImmutableDictionary<string, string> Texts { get; init; }

    /// <summary>Sentences of the library by their English words; in their places can be anything.</summary>
    public required ImmutableDictionary<string, string> Sentences { get; init; }

    /// <summary>The texts that depend on a number, by their form (<see cref="PluralForm"/>).</summary>
    public required ImmutableDictionary<string, ImmutableDictionary<string, string>> Counts { get; init; }
}

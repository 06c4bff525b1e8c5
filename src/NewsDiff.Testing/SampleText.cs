using System.Collections.Immutable;

namespace NewsDiff.Testing;

/// <summary>Sentences that depend on a headline alone: the same each time, and others for other headlines.</summary>
internal sealed class SampleText(string title)
{
    private static readonly ImmutableArray<string> Names = Words(
        "Aldmouth Brackwater Corvale Dunmere Eastfell Fernhope Greywick Harrowby Inverlow Kelby Lorne Marsham");

    private static readonly ImmutableArray<string> Things = Words(
        "bridge budget bus choir clinic council court dam factory farm ferry fire fund harbour hospital judge library "
        + "market mayor museum orchard pier police railway river road school storm teacher theatre tower union vote");

    private static readonly ImmutableArray<string> Kinds = Words(
        "ancient brief broken careful cheap cold costly crowded early empty famous foreign free heavy late local long "
        + "narrow new northern old popular private public quiet rural secret small strong sudden young");

    private static readonly ImmutableArray<string> Deeds = Words(
        "admits blocks buys closes counts defends delays doubts explains finds leaves mends misses moves needs offers "
        + "opens praises questions rebuilds refuses sells shares shows stops supports surprises welcomes");

    private static readonly ImmutableArray<string> Times = Words(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January March April June August October December");

    // Distributes similar headlines over all texts (FNV-1a, then xorshift).
    private uint _state =
        title.Aggregate(2166136261u, static (sum, letter) => unchecked((sum ^ letter) * 16777619u)) | 1;

    /// <summary>A paragraph of three sentences.</summary>
    public Paragraph NextParagraph() => new($"{NextSentence()} {NextSentence()} {NextSentence()}");

    /// <summary>A number below a limit.</summary>
    public int Next(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }

    private static ImmutableArray<string> Words(string words) => [.. words.Split(' ')];

    private string NextSentence() => Next(4) switch
    {
        0 => $"{Of(Names)} {Of(Deeds)} its {Of(Kinds)} {Of(Things)} for {Next(90) + 10} days.",
        1 => $"A {Of(Kinds)} {Of(Things)} {Of(Deeds)} what the {Of(Things)} of {Of(Names)} {Of(Deeds)} since {Of(Times)}.",
        2 => $"On {Of(Times)}, the {Of(Kinds)} {Of(Things)} {Of(Deeds)} {Next(900) + 100} people from {Of(Names)}.",
        _ => $"\"Our {Of(Things)} {Of(Deeds)} every {Of(Kinds)} {Of(Things)},\" says {Of(Names)} in {Of(Times)}.",
    };

    private string Of(ImmutableArray<string> words) => words[Next(words.Length)];
}

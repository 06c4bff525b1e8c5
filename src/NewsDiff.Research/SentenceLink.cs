namespace NewsDiff.Research;

/// <summary>An old and a new sentence that are one sentence, or parts of one.</summary>
public readonly record struct SentenceLink
{
    /// <summary>The index of the old sentence, from 0.</summary>
    public required int Old { get; init; }

    /// <summary>The index of the new sentence, from 0.</summary>
    public required int New { get; init; }

    /// <summary>The share of the old sentence's words in the new one, 0 to 1.</summary>
    /// <remarks>Rare words weigh more.</remarks>
    public required double OldShare { get; init; }

    /// <summary>The share of the new sentence's words in the old one, 0 to 1.</summary>
    /// <remarks>Rare words weigh more.</remarks>
    public required double NewShare { get; init; }

    /// <summary>What happened: unchanged or edit, with split, merge and refactor as they apply.</summary>
    public required SentenceActions Actions { get; init; }

    /// <summary>How far a refactored sentence moved: its new index less its old one; otherwise 0.</summary>
    public int Distance => Actions.HasFlag(SentenceActions.Refactor) ? New - Old : 0;
}

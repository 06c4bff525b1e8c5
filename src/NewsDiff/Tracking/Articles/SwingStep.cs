namespace NewsDiff.Tracking.Articles;

/// <summary>What a sight means for a page that has changed before.</summary>
internal enum SwingStep
{
    /// <summary>It shows the same text as at the last visit.</summary>
    Same,

    /// <summary>It shows a text for the first time.</summary>
    New,

    /// <summary>It shows an earlier text again, once.</summary>
    Return,

    /// <summary>It switched to another of the texts that it alternates between.</summary>
    Switch,

    /// <summary>It alternated, and has now shown one text long enough to count.</summary>
    Settled,
}

namespace NewsDiff.Evaluation.Notices;

/// <summary>What a server does with a request.</summary>
internal enum Fault
{
    /// <summary>It takes it.</summary>
    None = 1,

    /// <summary>It refuses it for now.</summary>
    Refuse,

    /// <summary>It takes it, but its answer is lost.</summary>
    LoseAnswer,

    /// <summary>It never answers.</summary>
    Hang,
}

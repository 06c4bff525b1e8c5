namespace NewsDiff.Sql;

/// <summary>A version whose row changes when texts are erased: its own, or one before it.</summary>
/// <param name="Before">The row as it is.</param>
/// <param name="After">The row as it will be.</param>
internal sealed record RekeyedVersion(StoredBody Before, StoredBody After)
{
    /// <summary>Whether its text is newly erased, or erased in another way than before.</summary>
    public bool IsErasedNow => After.Erased != Before.Erased;

    /// <summary>The values of <see cref="ErasureOrder.Update"/>.</summary>
    public (string Name, object? Value)[] Parameters =>
    [
        ("@id", After.Key),
        ("@depth", After.Depth),
        ("@body", After.Body),
        ("@content_hash", After.Hash),
        ("@erased", (int?)After.Erased),
        ("@kept_before", After.KeptBefore),
        ("@is_erased", After.Erased is null ? 0 : 1),
    ];
}

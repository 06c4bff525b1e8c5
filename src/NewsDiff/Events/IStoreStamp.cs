namespace NewsDiff.Events;

/// <summary>A store that says cheaply whether anything was written to it.</summary>
/// <remarks>What was made from its data can be used again while the stamp is the same.</remarks>
public interface IStoreStamp
{
    /// <summary>Reads the stamp of what is visible now, also of writes by other processes.</summary>
    /// <param name="earlier">The stamp of an earlier read of this instance; null for none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>A stamp that equals the earlier one if nothing was written since.</returns>
    ValueTask<StoreStamp> ReadStampAsync(StoreStamp? earlier, CancellationToken cancellationToken = default);
}

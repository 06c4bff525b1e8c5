namespace NewsDiff.Hosting;

/// <summary>Handles each change that the background tracker finds.</summary>
/// <remarks>
/// <para> Register any number, of any lifetime; each pass with a change creates new ones. They are awaited one after
/// the other, in the order of registration, while the pass continues. If one throws, the exception is logged and the
/// others are still called. If one exceeds <see cref="NewsDiffHostOptions.HandlerTimeout"/>, it is skipped for the rest
/// of the pass. </para> <para> Each change is handed over at most once: it is stored first, and a process that ends in
/// between never hands it over. A handler that must not miss a change remembers its position and reads
/// <see cref="IVersionStore.ReadChangesAsync"/>. </para>
/// </remarks>
public interface IArticleChangeHandler
{
    /// <summary>Handles one change.</summary>
    /// <param name="change">The change; it is compared on first use.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the time limit is reached.</param>
    /// <returns>A task that completes when the change is handled; the next change then follows.</returns>
    ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken);
}

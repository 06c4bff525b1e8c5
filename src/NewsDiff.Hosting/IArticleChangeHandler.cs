namespace NewsDiff.Hosting;

/// <summary>Does something with each change that the background tracker finds.</summary>
/// <remarks>
/// <para>
/// Register any number, of any lifetime; each pass that finds a change creates them anew. They are awaited one after
/// the other, in the order of registration, while the pass continues. An exception of one is logged, and the others are
/// still called; one that exceeds <see cref="NewsDiffHostOptions.HandlerTimeout"/> is skipped for the rest of the pass.
/// </para>
/// <para>
/// Each change is handed over at most once: it is stored before, and a process that ends in between never gets to it.
/// Who must not miss any remembers where it was and reads <see cref="IVersionStore.ReadChangesAsync"/>.
/// </para>
/// </remarks>
public interface IArticleChangeHandler
{
    /// <summary>Handles one change.</summary>
    /// <param name="change">The change; its comparison is made when it is first asked for.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the time limit is reached.</param>
    /// <returns>A task that ends when the change is handled; the next one comes then.</returns>
    ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken);
}

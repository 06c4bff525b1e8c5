namespace NewsDiff.Hosting;

/// <summary>Makes handlers whose number is known only when the host starts, such as those of a configuration.</summary>
/// <remarks>They are handled like <see cref="IArticleChangeHandler"/>s that are registered one by one.</remarks>
public interface IArticleHandlerSource
{
    /// <summary>Gets the handlers.</summary>
    /// <returns>The handlers, with the same names each time.</returns>
    IEnumerable<IArticleChangeHandler> GetHandlers();
}

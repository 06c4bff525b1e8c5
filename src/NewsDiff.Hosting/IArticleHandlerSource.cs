namespace NewsDiff.Hosting;

/// <summary>Makes handlers whose number is known only when the host starts.</summary>
/// <remarks>
/// For example, the handlers that a configuration lists. They are called like handlers that are registered singly.
/// </remarks>
public interface IArticleHandlerSource
{
    /// <summary>Gets the handlers.</summary>
    /// <returns>The handlers, with the same names each time.</returns>
    IEnumerable<IArticleChangeHandler> GetHandlers();
}

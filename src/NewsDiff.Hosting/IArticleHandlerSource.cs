namespace NewsDiff.Hosting;

/// <summary>Makes handlers whose number is known only when the host starts.</summary>
/// <remarks>
/// Those of a configuration, for example. They are called like handlers that are registered one by one.
/// </remarks>
public interface IArticleHandlerSource
{
    /// <summary>Gets the handlers.</summary>
    /// <returns>The handlers, with the same names each time.</returns>
    IEnumerable<IArticleChangeHandler> GetHandlers();
}

namespace NewsDiff.Fetching;

/// <summary>Thrown when the guarded handler refuses to connect.</summary>
/// <remarks>
/// Hosts that use the handler themselves find it inside the <see cref="HttpRequestException"/> of a request; the
/// fetchers turn it into <see cref="FetchStatus.Refused"/>.
/// </remarks>
public sealed class AddressRefusedException : Exception
{
    /// <summary>Makes an exception with a general message.</summary>
    public AddressRefusedException()
        : base("The address is refused.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">The refused address, and the reason.</param>
    public AddressRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    /// <param name="message">The refused address, and the reason.</param>
    /// <param name="innerException">The cause.</param>
    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

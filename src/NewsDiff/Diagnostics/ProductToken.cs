using System.Reflection;

namespace NewsDiff.Diagnostics;

/// <summary>The name and version that servers and archives see.</summary>
internal static class ProductToken
{
    /// <summary>The product token, such as <c>NewsDiff/1.2.0</c>, equal for all builds of a version.</summary>
    public static string Value { get; } = "NewsDiff/" + (typeof(ProductToken).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('-', '+')[0] ?? "0");
}

using System.Globalization;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;

namespace Responsables.App.Frameworks;

/// <summary>Where a fault stands in a framework file, as it is shown.</summary>
public static class FrameworkPlace
{
    public static Problem Told(FrameworkFault fault, string? file = null)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"ligne {fault.Line}");
        place = fault.Path.Length == 0 ? place : $"{place}, {fault.Path}";
        return new Problem(fault.Code, file is null ? place : $"{file}, {place}", [.. fault.Arguments]);
    }
}

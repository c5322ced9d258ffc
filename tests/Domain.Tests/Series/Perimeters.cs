using Responsables.Domain.Organizations;
using Responsables.Domain.Series;

namespace Responsables.Domain.Tests.Series;

internal static class Perimeters
{
    public static YearPerimeter At(OrganizationRegister register, int year) =>
        new(year, new DateOnly(year, 12, 31), new Perimeter(register.At(new DateOnly(year, 12, 31)).Places(_ => null)));

    /// <summary>The bodies of a year of a series, by code: those published, less what is left out, plus what is added.</summary>
    public static IEnumerable<string> Bodies(PerimeterResolver resolver, NodeKey node, YearBodies year)
    {
        var published = resolver.Published(node, year.Year).Select(b => b.Code.Value).ToList();
        var bodies = published.Except(year.Removed.Select(b => b.Code.Value)).Concat(year.Added.Select(b => b.Code.Value)).Order(StringComparer.Ordinal).ToList();
        return bodies.Count == year.Bodies && bodies.Distinct().Count() == bodies.Count
            ? bodies
            : throw new InvalidOperationException($"{bodies.Count} bodies, {year.Bodies} told.");
    }
}

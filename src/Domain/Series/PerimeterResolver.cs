using System.Collections.Concurrent;
using Responsables.Domain.Organizations;

namespace Responsables.Domain.Series;

/// <summary>
/// Says whose values make each year of a node's series, for each of the three readings (product rule 7). A pure function of the register
/// and of the perimeters that the campaigns pinned; what was answered is kept, from any thread. A body shared out between several (the RSI) joins at the lowest node that holds all its
/// successors; below it there is a break.
/// </summary>
public sealed class PerimeterResolver
{
    private readonly OrganizationRegister register;
    private readonly IReadOnlyList<YearPerimeter> years;
    private readonly ConcurrentDictionary<(int From, int To), Successions> successions = [];
    private readonly ConcurrentDictionary<(NodeKey Node, PerimeterReading Reading, int From, int To, int? Anchor), IReadOnlyList<YearBodies>> resolved = [];

    /// <summary>Answers that are kept; beyond, all are forgotten and begin again.</summary>
    private const int MostKept = 4000;

    /// <param name="years">The perimeter of every campaign; the last year is today's.</param>
    public PerimeterResolver(OrganizationRegister register, IEnumerable<YearPerimeter> years)
    {
        this.register = register;
        this.years = [.. years.OrderBy(y => y.Year)];
    }

    /// <summary>The years that have a perimeter, the first one first.</summary>
    public IEnumerable<int> Years => years.Select(y => y.Year);

    /// <summary>Today's perimeter; there is none without a campaign.</summary>
    public YearPerimeter Latest => years[^1];

    /// <summary>The bodies of a node as published in a year; empty when the year has no perimeter or no such node.</summary>
    public IReadOnlyList<Place> Published(NodeKey node, int year) => years.FirstOrDefault(y => y.Year == year)?.Perimeter.Under(node) ?? [];

    /// <summary>Who answers today for a body of a year: itself, or its successors; empty when it left without one.</summary>
    /// <param name="year">A year that has a perimeter, of which the body is.</param>
    public IReadOnlyList<Place> Today(Place body, int year) =>
        year == Latest.Year ? [body] : Between(years.First(y => y.Year == year), Latest).Of(body);

    /// <summary>The bodies of a node in each year of a span that has a perimeter, the first year first.</summary>
    /// <param name="from">First year; a span upside down has no year.</param>
    /// <param name="anchor">For the current perimeter: the year whose tree is read, the last one that has a perimeter; null: today's.</param>
    public IReadOnlyList<YearBodies> Resolve(NodeKey node, PerimeterReading reading, int from, int to, int? anchor = null)
    {
        if (resolved.Count >= MostKept)
        {
            resolved.Clear();
        }

        return resolved.GetOrAdd((node, reading, from, to, anchor), Resolved);
    }

    private IReadOnlyList<YearBodies> Resolved((NodeKey Node, PerimeterReading Reading, int From, int To, int? Anchor) asked)
    {
        var (node, reading, from, to, anchor) = asked;
        List<YearPerimeter> span = [.. years.Where(y => from <= y.Year && y.Year <= to)];
        if (span.Count == 0)
        {
            return [];
        }

        var sets = reading switch
        {
            PerimeterReading.Published => span.ConvertAll(y => y.Perimeter.Under(node)),
            PerimeterReading.Current => span.ConvertAll(y => WhollyUnder(node, y, years.LastOrDefault(a => a.Year <= anchor) ?? years[^1])),
            _ => LikeForLike(node, span),
        };
        return [.. span.Select((year, i) => Told(node, year, i == 0 ? null : span[i - 1], sets[i]))];
    }

    /// <summary>The bodies of a year for which only bodies of the node, as it is in a later year, answer then.</summary>
    private IReadOnlyList<Place> WhollyUnder(NodeKey node, YearPerimeter year, YearPerimeter anchor)
    {
        if (year == anchor)
        {
            return year.Perimeter.Under(node);
        }

        var inside = Codes(anchor.Perimeter.Under(node));
        var heirs = Between(year, anchor);
        return [.. year.Perimeter.Bodies.Where(b => heirs.Of(b) is { Count: > 0 } later && later.All(s => inside.Contains(s.Code)))];
    }

    /// <summary>
    /// What is there in every year, at its place in the last one. Bodies that one predecessor joins are compared together: they stay if, each
    /// year, at least one body stands for them.
    /// </summary>
    private List<IReadOnlyList<Place>> LikeForLike(NodeKey node, List<YearPerimeter> span)
    {
        var anchor = span[^1];
        var sets = span.ConvertAll(y => WhollyUnder(node, y, anchor));
        var groups = new Groups(Codes(anchor.Perimeter.Under(node)));
        for (var i = 0; i < span.Count - 1; i++)
        {
            var heirs = Between(span[i], anchor);
            foreach (var body in sets[i])
            {
                groups.Join(heirs.Of(body));
            }
        }

        // Years in which each group is there.
        var there = new Dictionary<OrganizationCode, int>();
        for (var i = 0; i < span.Count; i++)
        {
            foreach (var group in GroupsOf(sets[i], span[i], anchor, groups).Distinct())
            {
                there[group] = there.GetValueOrDefault(group) + 1;
            }
        }

        return [.. span.Select((year, i) => (IReadOnlyList<Place>)[.. sets[i].Zip(GroupsOf(sets[i], year, anchor, groups))
            .Where(b => there[b.Second] == span.Count).Select(b => b.First)])];
    }

    private IEnumerable<OrganizationCode> GroupsOf(IReadOnlyList<Place> bodies, YearPerimeter year, YearPerimeter anchor, Groups groups) =>
        year == anchor ? bodies.Select(b => groups.Of(b.Code)) : bodies.Select(b => groups.Of(Between(year, anchor).Of(b)[0].Code));

    private YearBodies Told(NodeKey node, YearPerimeter year, YearPerimeter? before, IReadOnlyList<Place> bodies)
    {
        var published = year.Perimeter.Under(node);
        var moves = before is null ? [] : PerimeterMoves.Of(node, before, year, Between(before, year));
        var (read, held) = (Codes(bodies), Codes(published));
        return new YearBodies(
            year.Year, bodies.Count, [.. bodies.Where(b => !held.Contains(b.Code))], [.. published.Where(b => !read.Contains(b.Code))],
            moves.Any(m => m.Kind == MoveKind.SharedOut), moves);
    }

    private Successions Between(YearPerimeter from, YearPerimeter to) => successions.GetOrAdd((from.Year, to.Year), _ => new Successions(register, from, to));

    private static HashSet<OrganizationCode> Codes(IEnumerable<Place> places) => [.. places.Select(p => p.Code)];
}

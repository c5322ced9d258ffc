using Responsables.Domain.Organizations;

namespace Responsables.Domain.Series;

/// <summary>Who answers, in the perimeter of a later year, for each body of an earlier one.</summary>
internal sealed class Successions
{
    private readonly Dictionary<OrganizationCode, IReadOnlyList<Place>> departed = [];
    private readonly Dictionary<OrganizationCode, List<Place>> predecessors = [];
    private readonly Perimeter later;

    public Successions(OrganizationRegister register, YearPerimeter from, YearPerimeter to)
    {
        later = to.Perimeter;
        foreach (var body in from.Perimeter.Bodies.Where(b => later.Body(b.Code) is null))
        {
            Place[] successors = [.. register.SuccessorsOf(body.Code, to.TreeDate).Select(later.Body).OfType<Place>()];
            departed.Add(body.Code, successors);
            foreach (var successor in successors)
            {
                if (!predecessors.TryGetValue(successor.Code, out var list))
                {
                    predecessors.Add(successor.Code, list = []);
                }

                list.Add(body);
            }
        }
    }

    /// <summary>Itself when it is still there, else its successors; empty when it left without one.</summary>
    public IReadOnlyList<Place> Of(Place body) => later.Body(body.Code) is { } same ? [same] : departed[body.Code];

    /// <summary>Bodies of the earlier year that are there no more and for which this one answers, alone or with others.</summary>
    public IReadOnlyList<Place> PredecessorsOf(Place body) => predecessors.GetValueOrDefault(body.Code, []);
}

using System.Collections;
using Responsables.Reports.Documents;

namespace Responsables.App.Publications.Documents;

/// <summary>Rows made while they are written: a table of all years has hundreds of thousands.</summary>
internal sealed class LazyRows<T>(IReadOnlyList<T> facts, Func<T, TableRow> row) : IReadOnlyList<TableRow>
{
    public int Count => facts.Count;

    public TableRow this[int index] => row(facts[index]);

    public IEnumerator<TableRow> GetEnumerator() => facts.Select(row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

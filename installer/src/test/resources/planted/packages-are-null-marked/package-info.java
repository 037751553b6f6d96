@org.jspecify.annotations.NullMarked
package tutti.marked;

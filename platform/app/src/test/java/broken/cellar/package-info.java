/** A room of a house that breaks every rule, so that the tests of the rules have something to find. */
package broken.cellar;

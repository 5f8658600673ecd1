/** The data that is measured on: made by a generator of our own, the same in every run, loaded by COPY as the owner of the tables. */
package dev.pledgedesk.bench.data;
